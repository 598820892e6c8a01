import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { activityTexts as texts } from './activity.text.ts';
import type { Kept } from './anomalies.ts';
import { clubDeskTexts } from './desk.text.ts';

/** A grade that somebody proposed beside the table's: which, why, by whom. */
export function Proposal({
  proposed,
  busy,
  onDecline,
}: {
  proposed: NonNullable<Kept['proposed']>;
  busy: boolean;
  onDecline: (() => void) | undefined;
}) {
  const { grade, words, by, at, mine } = proposed;
  return (
    <Card heading={texts.proposed(grade)} tone="waiting">
      <View className="club-quote">{`“${words}”`}</View>
      <View className="small">{texts.proposedBy(by ?? clubDeskTexts.somebody, sayTime(at, Date.now()))}</View>
      {mine ? (
        <View className="club-said">{texts.proposedMine}</View>
      ) : onDecline ? (
        <View className="club-acts">
          <Button small kind="outline" busy={busy} onPress={onDecline}>
            {texts.decline}
          </Button>
        </View>
      ) : null}
    </Card>
  );
}
