import { View } from '@tarojs/components';
import { Card } from '../ui/Card.tsx';
import { Row } from '../ui/Row.tsx';
import { activityTexts as texts } from './activity.text.ts';
import type { ActivityAnswer } from './answers.ts';

/** What the count of an activity says, for its leader, and from when it can be graded. */
export function CountCard({ there, now }: { there: ActivityAnswer; now: number }) {
  const { activity, counted, gradedFrom } = there;
  if (!counted)
    return (
      <Card heading={texts.count}>
        <View className="small">{gradedFrom ? texts.gradedFrom(gradedFrom, now) : texts.askedTomorrow}</View>
      </Card>
    );
  const { headcount, came, far, denied, anomalies } = counted;
  return (
    <Card heading={texts.count}>
      <Row title={texts.headcount(headcount)} note={texts.countOf(came)} />
      {far > 0 ? <Row title={texts.far(far)} /> : null}
      {denied > 0 ? <Row title={texts.denied(denied)} /> : null}
      {anomalies.length > 0 ? (
        <Row
          title={texts.odd}
          note={anomalies.map(({ kind, people }) => texts.anomalies[kind](people)).join('；')}
        />
      ) : null}
      {activity.status === 'reported' && anomalies.length === 0 ? <Row title={texts.gradable} /> : null}
    </Card>
  );
}
