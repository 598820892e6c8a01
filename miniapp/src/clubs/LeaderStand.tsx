import { View } from '@tarojs/components';
import { Card } from '../ui/Card.tsx';
import { activityTexts as texts } from './activity.text.ts';
import type { ActivityAnswer } from './answers.ts';

/** How far it is, as its leader is told: what it waits for, or what staff said. */
export function LeaderStand({ there, now }: { there: ActivityAnswer; now: number }) {
  const { activity, said, checkInFrom, checkInUntil, reportUntil } = there;
  const words = said?.words ? texts.said(said.words, said.office ?? '') : undefined;
  switch (activity.status) {
    case 'declared':
      return <Card tone="waiting">{texts.waitingNote}</Card>;
    case 'returned':
      return (
        <Card tone="wrong" heading={texts.returned}>
          {words}
        </Card>
      );
    case 'approved':
      return now > checkInUntil ? (
        <Card tone="wrong">{texts.notHeld}</Card>
      ) : now < checkInFrom ? (
        <Card>{texts.codeFrom(checkInFrom, now)}</Card>
      ) : null;
    case 'held':
      if (now < activity.end) return null;
      return now > reportUntil ? (
        <Card tone="wrong">{texts.lateReport}</Card>
      ) : (
        <Card tone="waiting" heading={texts.write}>
          <View className="small">{texts.writeNote(reportUntil, now)}</View>
        </Card>
      );
    default:
      return words ? <Card tone="wrong">{words}</Card> : null;
  }
}
