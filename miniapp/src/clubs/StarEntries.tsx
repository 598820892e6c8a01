import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Row } from '../ui/Row.tsx';
import { useDeed } from '../useDeed.ts';
import type { Stars } from './answers.ts';
import { starsTexts as texts } from './stars.text.ts';
import { wallApi } from './wallApi.ts';

const A_PAGE = 20;

/** How the ranking is worked out: the rule in words, and every entry it comes from, club by club. */
export function StarEntries({ answer }: { answer: Stars }) {
  const { quarter, ranking } = answer;
  const [most, setMost] = useState(0);
  const [{ entries, cursor }, setRead] = useState<Pick<Stars, 'entries' | 'cursor'>>(answer);
  const deed = useDeed();
  // A club's entries may be on several pages: none is shown before all are there.
  const showAll = () =>
    deed.run(async () => {
      let [all, next] = [entries, cursor];
      while (next) {
        const page = await wallApi.getStars({ quarter, cursor: next });
        [all, next] = [[...all, ...page.entries], page.cursor];
        setRead({ entries: all, cursor: next });
      }
      setMost(A_PAGE);
    });
  const sorted = ranking.flatMap(({ club, name }) =>
    entries.filter((entry) => entry.club === club).map((entry) => ({ ...entry, name })),
  );
  return (
    <Card heading={texts.how}>
      <View className="small">{texts.howNote}</View>
      {sorted.slice(0, most).map(({ club, seq, name, kind, title, headcount, points, at }) => (
        <Row
          key={`${club} ${seq}`}
          title={`${name} · ${title}`}
          note={`${texts.on(at)} · ${kind === 'award' ? texts.award(headcount ?? 0) : texts.reversal}`}
          end={
            <View className={kind === 'award' ? 'star-plus figures' : 'figures'}>
              {kind === 'award' ? `+${points}` : `−${points}`}
            </View>
          }
        />
      ))}
      <Notice refused={deed.refused} onNext={showAll} />
      {most < sorted.length ? (
        <Button kind="plain" busy={deed.busy} onPress={most === 0 ? showAll : () => setMost(most + A_PAGE)}>
          {deed.busy ? texts.reading(entries.length) : most === 0 ? texts.show : texts.more}
        </Button>
      ) : null}
      {most > 0 ? (
        <Button kind="text" onPress={() => setMost(0)}>
          {texts.hide}
        </Button>
      ) : null}
    </Card>
  );
}
