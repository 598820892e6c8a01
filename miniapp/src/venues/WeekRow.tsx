import type { ResponseOf } from '@niangjia/shared/contract';
import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { sayTime } from '@niangjia/shared/time';
import type { venues } from '@niangjia/shared/venues/contract';
import type { FreeSlot } from '@niangjia/shared/venues/freeSlot';
import { saySlot } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { Row } from '../ui/Row.tsx';
import { weeklyTexts as texts } from './weekly.text.ts';

export type Week = ResponseOf<typeof venues.bookWeekly>['weeks'][number];

/** One date of a weekly booking: booked, or why not, and what to take instead with one tap. */
export function WeekRow({ week, onInstead }: { week: Week; onInstead: (slot: FreeSlot) => void }) {
  const { start, state, why, instead } = week;
  const when = sayTime(start, Date.now());
  if (!why) return <Row title={when} end={state === 'pending' ? texts.asked : texts.done} />;
  return (
    <View>
      <Row title={when} note={refusalEntry(why as RefusalCode).text} />
      {instead.map((slot) => (
        <Row
          key={`${slot.room} ${slot.start}`}
          title={texts.instead(saySlot(slot), slot.name)}
          end={<View className="sheet-book">{texts.bookInstead}</View>}
          onPress={() => onInstead(slot)}
        />
      ))}
      {instead.length === 0 ? <View className="small">{texts.noneNear}</View> : null}
    </View>
  );
}
