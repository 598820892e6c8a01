import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { sayWhen } from '../../say.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { natureNames, statusNames } from '../names.text.ts';
import { activityTexts as texts } from './activity.text.ts';
import type { Kept } from './anomalies.ts';
import { clubDeskTexts } from './desk.text.ts';

const { facts } = texts;

/** What the leader declared. */
export function ActivityFacts({ activity }: { activity: Kept['activity'] }) {
  const { nature, place, expected, leader, declaredAt, words, status } = activity;
  const now = Date.now();
  return (
    <Card>
      <View className="activity-facts">
        <Fact label={facts.nature}>
          {natureNames[nature]} <Badge>{statusNames[status]}</Badge>
        </Fact>
        <Fact label={facts.when}>{sayWhen(activity, now)}</Fact>
        <Fact label={facts.place}>{place}</Fact>
        <Fact label={facts.expected}>{texts.people(expected)}</Fact>
        <Fact label={facts.leader}>{leader ?? clubDeskTexts.somebody}</Fact>
        <Fact label={facts.declared}>{sayTime(declaredAt, now)}</Fact>
      </View>
      {words ? (
        <View className="activity-words">
          <View className="small">{facts.words}</View>
          <View className="club-quote">{words}</View>
        </View>
      ) : null}
    </Card>
  );
}
