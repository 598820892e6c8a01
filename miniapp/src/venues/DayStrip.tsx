import { instantOf, sayDate } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { press } from '../ui/press.ts';
import { dayTexts as texts } from './day.text.ts';
import './DayStrip.scss';

/** The days one can look at, in a line that moves sideways. */
export function DayStrip({
  days,
  chosen,
  onChoose,
}: {
  days: readonly string[];
  chosen: string;
  onChoose: (day: string) => void;
}) {
  const group = process.env.TARO_ENV === 'weapp' ? {} : { role: 'radiogroup', 'aria-label': texts.day };
  return (
    <View className="strip" {...group}>
      {days.map((day) => {
        const text = sayDate(instantOf(day, '00:00'), Date.now());
        return (
          <View
            key={day}
            className={day === chosen ? 'strip-day strip-on' : 'strip-day'}
            {...press(() => onChoose(day), { label: text, role: 'radio', checked: day === chosen })}
          >
            {text}
          </View>
        );
      })}
    </View>
  );
}
