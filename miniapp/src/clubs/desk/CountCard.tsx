import { Words } from '@niangjia/shared/clubs/club';
import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Card } from '../../ui/Card.tsx';
import { activityTexts as texts } from './activity.text.ts';
import { type Kept, sayAnomaly } from './anomalies.ts';
import { clubDeskTexts } from './desk.text.ts';
import { WordsForm } from './WordsForm.tsx';

/** How many count, large; what is odd, each in words; and what a reviewer found when they looked. */
export function CountCard({
  kept: { counted, attendees, settled },
  busy,
  onSettle,
}: {
  kept: Kept;
  busy: boolean;
  /** Absent for who may not settle it, and where there is nothing to settle. */
  onSettle: ((words: string) => void) | undefined;
}) {
  if (!counted) return <Card tone="waiting">{texts.notCounted}</Card>;
  const { headcount, came, far, denied, anomalies } = counted;
  return (
    <Card heading={texts.counted}>
      <View className="club-figure figures">{texts.headcount(headcount)}</View>
      <View className="small">{texts.came(came, far, denied)}</View>
      {anomalies.length === 0 ? (
        <View className="activity-plain">{`✓ ${texts.noAnomalies}`}</View>
      ) : (
        <View className={settled ? 'activity-odd activity-settled' : 'activity-odd'}>
          <View className="heading">{texts.anomalies}</View>
          {anomalies.map((anomaly) => (
            <View key={anomaly.kind} className="activity-anomaly">
              {`· ${sayAnomaly(anomaly, attendees)}`}
            </View>
          ))}
        </View>
      )}
      {settled ? (
        <View className="club-said">
          <View className="club-quote">{`“${settled.words}”`}</View>
          <View className="small">
            {texts.settledBy(settled.by ?? clubDeskTexts.somebody, sayTime(settled.at, Date.now()))}
          </View>
        </View>
      ) : onSettle && anomalies.length > 0 ? (
        <WordsForm
          label={texts.settleWhat}
          example={texts.settleExample}
          send={texts.settleSend}
          schema={Words}
          busy={busy}
          onSend={onSettle}
        />
      ) : null}
    </Card>
  );
}
