import type { Figures } from '@niangjia/shared/joining/board';
import { clockOf } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Card } from '../../ui/Card.tsx';
import { boardTexts as texts } from './board.text.ts';
import './RateCard.scss';

const MOST_BARS = 12;

/** People approved in each ten minutes, as bars with their figures on them. */
export function RateCard({ rate }: { rate: Figures['perTenMinutes'] }) {
  const bars = rate.slice(-MOST_BARS);
  const most = Math.max(1, ...bars.map(({ people }) => people));
  return (
    <Card heading={texts.rate}>
      {bars.length === 0 ? (
        <View className="small">{texts.noRate}</View>
      ) : (
        <View className="rate">
          {bars.map(({ from, people }, place) => (
            <View key={from} className="rate-slot figures">
              <View className="rate-people">{people || ''}</View>
              <View
                className={people === most ? 'rate-bar rate-most' : 'rate-bar'}
                style={{ height: `${Math.round((110 * people) / most) + 2}px` }}
              />
              <View className="rate-from">
                {place === 0 || place === bars.length - 1 || bars.length <= 5 ? clockOf(from) : ''}
              </View>
            </View>
          ))}
        </View>
      )}
      {rate.length > bars.length ? <View className="small">{texts.lately(bars.length)}</View> : null}
    </Card>
  );
}
