import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Row } from '../ui/Row.tsx';
import type { Stars } from './answers.ts';
import { starsTexts as texts } from './stars.text.ts';

const A_PAGE = 20;

/** How the ranking is worked out: the rule in words, and every entry it comes from, club by club. */
export function StarEntries({ answer: { ranking, entries } }: { answer: Stars }) {
  const [most, setMost] = useState(0);
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
      {most < sorted.length ? (
        <Button kind="plain" onPress={() => setMost(most + A_PAGE)}>
          {most === 0 ? texts.show : texts.more}
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
