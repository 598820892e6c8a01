import { View } from '@tarojs/components';
import { press } from '../../ui/press.ts';
import {
  hoursOf,
  type Measure,
  sayCell,
  sayNumbers,
  sayShare,
  shareOf,
  type UseCell,
  WEEK,
} from './shares.ts';
import { usageTexts as texts } from './use.text.ts';
import './HeatGrid.scss';

// The palette's gold: ink stays readable on it at full strength, and the strength can be told in grey.
const shade = (share: number) => `rgba(185, 138, 60, ${(0.08 + 0.72 * share).toFixed(2)})`;

/** A week by weekday and hour: each share as a number and as a shade; every number of a cell when it is chosen. */
export function HeatGrid({
  cells,
  measure,
  chosen,
  onChoose,
}: {
  cells: readonly UseCell[];
  measure: Measure;
  chosen: UseCell | undefined;
  onChoose: (cell: UseCell) => void;
}) {
  return (
    <View className="heat figures">
      <View className="heat-line heat-head">
        <View className="heat-hour" />
        {WEEK.map((weekday) => (
          <View key={weekday} className="heat-hour">
            {texts.weekdays[weekday]}
          </View>
        ))}
      </View>
      {hoursOf(cells).map((hour) => (
        <View key={hour} className="heat-line">
          <View className="heat-hour">{texts.hour(hour)}</View>
          {WEEK.map((weekday) => {
            const cell = cells.find((one) => one.weekday === weekday && one.hour === hour);
            if (!cell) return <View key={weekday} className="heat-cell heat-none" />;
            const share = shareOf(cell, measure);
            return (
              <View
                key={weekday}
                className={cell === chosen ? 'heat-cell heat-chosen' : 'heat-cell'}
                style={share ? { background: shade(share) } : {}}
                {...press(() => onChoose(cell), { label: `${sayCell(cell)} ${sayNumbers(cell)}` })}
              >
                {sayShare(share)}
              </View>
            );
          })}
        </View>
      ))}
    </View>
  );
}
