import { clockOf } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Row } from '../../ui/Row.tsx';
import { keptDayTexts as texts } from './day.text.ts';
import { isTouched, type Kept, keptLines, sayName, sayRest, sayState } from './keptLines.ts';
import type { KeptDay } from './useKept.ts';

/** A day on a phone: hour after hour, what there is to look at in each. */
export function KeptList({ day, onOpen }: { day: KeptDay; onOpen: (kept: Kept) => void }) {
  const lines = keptLines(day).map(({ start, slots }) => ({
    start,
    all: slots.filter((slot) => slot !== undefined).length,
    touched: day.rooms.flatMap((room, i) => {
      const slot = slots[i];
      return slot && isTouched(slot) ? [{ room, slot }] : [];
    }),
  }));
  const busy = lines.filter(({ touched }) => touched.length > 0);
  if (busy.length === 0) return <Empty text={texts.nobody} note={texts.nobodyNote} />;
  return (
    <View>
      {busy.map(({ start, all, touched }) => (
        <Card key={start} heading={clockOf(start)}>
          {touched.map((kept) => (
            <Row
              key={kept.room.id}
              title={kept.room.name}
              note={[
                ...kept.slot.places.map((place) => `${sayName(place)} ${sayState(place)}`),
                ...sayRest(kept.slot),
              ].join('；')}
              end="›"
              onPress={() => onOpen(kept)}
            />
          ))}
          {all > touched.length ? <View className="small">{texts.free(all - touched.length)}</View> : null}
        </Card>
      ))}
    </View>
  );
}
