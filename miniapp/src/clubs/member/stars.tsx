import { quartersTo } from '@niangjia/shared/clubs/stars';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { keepInAddress } from '../../keepInAddress.ts';
import { open } from '../../screens.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { press } from '../../ui/press.ts';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Strip } from '../../ui/Strip.tsx';
import { useAnswer } from '../../useAnswer.ts';
import type { Stars } from './answers.ts';
import { StarEntries } from './StarEntries.tsx';
import { starsTexts as texts } from './stars.text.ts';
import { wallApi } from './wallApi.ts';
import './stars.scss';

const A_PAGE = 20;

/** How final the ranking is. */
function sayState({ over, published }: Stars): string {
  if (published) return texts.published(published.at, published.by);
  return over ? texts.worked : texts.goesOn;
}

/** Clubs in their order; those that are stars say so. */
function Ranking({ answer }: { answer: Stars }) {
  const [most, setMost] = useState(A_PAGE);
  const ranking = answer.published?.stars ?? answer.ranking;
  return (
    <Card>
      {ranking.slice(0, most).map(({ club, name, points, activities, people }, i) => (
        <View
          key={club}
          className="star"
          {...press(() => open('club', { club }), { role: 'link', label: `${i + 1} ${name}` })}
        >
          <View className={i < 3 ? 'star-place star-first figures' : 'star-place figures'}>{i + 1}</View>
          <View className="star-club">
            <View>{name}</View>
            <View className="small figures">{texts.did(activities, people)}</View>
            {answer.over && i < answer.stars ? <Badge tone="waiting">{texts.star}</Badge> : null}
          </View>
          <View className="star-points figures">{texts.points(points)}</View>
        </View>
      ))}
      {ranking.length > most ? (
        <Button kind="plain" onPress={() => setMost(most + A_PAGE)}>
          {texts.more}
        </Button>
      ) : null}
    </Card>
  );
}

/** The stars of a quarter: a ranking that anybody can work out again from the entries below it. */
export default function StarsPage() {
  const { quarter: asked = '' } = useRouter().params;
  const quarters = quartersTo(Date.now(), 4);
  const [quarter, look] = useState(asked || (quarters[0] ?? ''));
  const shown = quarters.includes(quarter) ? quarters : [...quarters, quarter];
  const stars = useAnswer(async () => wallApi.getStars({ quarter }), quarter);
  const there = stars.answer?.quarter === quarter ? stars.answer : undefined;
  const choose = (next: string) => {
    look(next);
    keepInAddress('quarter', next);
  };
  return (
    <Screen title={texts.title}>
      <View className="title stars-head">{texts.quarter(quarter)}</View>
      <Strip
        label={texts.which}
        choices={shown.map((value) => ({ value, text: texts.quarter(value) }))}
        chosen={quarter}
        onChoose={choose}
      />
      <Notice refused={stars.refused} onNext={stars.again} />
      {there ? (
        <View>
          <View className="small stars-head">{sayState(there)}</View>
          {there.ranking.length > 0 ? (
            <View>
              <Ranking key={quarter} answer={there} />
              <StarEntries key={`entries ${quarter}`} answer={there} />
            </View>
          ) : (
            <Empty text={texts.none} note={texts.noneNote} next={texts.clubs} onNext={() => open('clubs')} />
          )}
        </View>
      ) : stars.refused ? null : (
        <Skeleton lines={[80, 60, 80, 60]} />
      )}
    </Screen>
  );
}
