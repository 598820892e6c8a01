import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { mineApi } from './mineApi.ts';
import { readingsTexts as texts } from './readings.text.ts';
import './readings.scss';

/** Who opened the person's data: when, as which office and role, and what for. */
export default function ReadingsPage() {
  const asked = useAnswer(() => mineApi.listReadings(), 'readings');
  const { answer } = asked;
  const now = Date.now();
  return (
    <Screen title={texts.title}>
      <Notice refused={asked.refused} onNext={asked.again} />
      {!answer && !asked.refused ? <Skeleton lines={[80, 60, 80, 60]} /> : null}
      {answer && answer.readings.length === 0 ? <Empty text={texts.none} note={texts.noneNote} /> : null}
      {answer && answer.readings.length > 0 ? (
        <View>
          <View className="heading">{texts.headline}</View>
          <View className="small readings-note">{texts.note}</View>
          <Card>
            {answer.readings.map(({ at, office, role, purpose }) => (
              <Row
                key={`${at} ${office}`}
                title={office}
                note={
                  <View className="figures">
                    <View>{texts.as(texts.roles[role], texts.purposes[purpose])}</View>
                    <View>{sayTime(at, now)}</View>
                  </View>
                }
              />
            ))}
          </Card>
          {answer.further ? <View className="small">{texts.further}</View> : null}
        </View>
      ) : null}
    </Screen>
  );
}
