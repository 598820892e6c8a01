import { View } from '@tarojs/components';
import { open } from '../screens.ts';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useAnswer } from '../useAnswer.ts';
import { NoShowCard } from './NoShowCard.tsx';
import { noShowsTexts as texts } from './noShows.text.ts';
import { venuesApi } from './venuesApi.ts';

/** One's own no-shows: what was noted, until when it counts, and saying that it was otherwise. */
export default function NoShowsPage() {
  const asked = useAnswer(() => venuesApi.listNoShows({}), 'no-shows');
  const { answer } = asked;
  if (!answer) {
    return (
      <Screen title={texts.title}>
        <Notice refused={asked.refused} onNext={asked.again} />
        {asked.refused ? null : <Skeleton lines={[70, 50, 60]} />}
      </Screen>
    );
  }
  const { noShows, terms, bannedUntil } = answer;
  const now = Date.now();
  return (
    <Screen title={texts.title}>
      <Notice refused={asked.refused} onNext={asked.again} />
      {bannedUntil ? (
        <Card tone="wrong" heading={texts.banned(bannedUntil, now)}>
          {texts.bannedNote}
        </Card>
      ) : null}
      {noShows.length === 0 ? (
        <Empty text={texts.none} note={texts.noneNote} next={texts.find} onNext={() => open('venues')} />
      ) : (
        <View>
          {noShows.map((noShow) => (
            <NoShowCard key={noShow.id} noShow={noShow} late={terms.checkInAfter} onChanged={asked.again} />
          ))}
          <View className="small">{texts.rule(terms.noShows, terms.noShowWithin, terms.banFor)}</View>
        </View>
      )}
    </Screen>
  );
}
