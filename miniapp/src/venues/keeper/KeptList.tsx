import { clockOf } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Row } from '../../ui/Row.tsx';
import { keptDayTexts as texts } from './day.text.ts';
import { isTouched, type Kept, keptLines, sayName, sayRest, sayState, waysIn } from './keptLines.ts';
import type { KeptDay } from './useKept.ts';

/** Rooms that are free at one hour, folded: a keeper books one for somebody. */
function Free({ free, onOpen }: { free: readonly Kept[]; onOpen: (kept: Kept) => void }) {
  const [opened, open] = useState(false);
  if (free.length === 0) return null;
  return (
    <View>
      <Row
        title={texts.free(free.length)}
        end={opened ? texts.lessFree : `${texts.inFree} ›`}
        onPress={() => open(!opened)}
      />
      {opened
        ? free.map((kept) => (
            <Row key={kept.room.id} title={kept.room.name} end="›" onPress={() => onOpen(kept)} />
          ))
        : null}
    </View>
  );
}

/** A day on a phone: hour after hour, what there is to look at in each, and what is free still. */
export function KeptList({ day, onOpen }: { day: KeptDay; onOpen: (kept: Kept) => void }) {
  const now = Date.now();
  const lines = keptLines(day).map(({ start, slots }) => {
    const all = day.rooms.flatMap((room, i) => (slots[i] ? [{ room, slot: slots[i] }] : []));
    return {
      start,
      touched: all.filter(({ slot }) => isTouched(slot)),
      free: all.filter((kept) => !isTouched(kept.slot) && waysIn(kept, day, now).length > 0),
    };
  });
  const shown = lines.filter(({ touched, free }) => touched.length + free.length > 0);
  if (shown.length === 0) return <Empty text={texts.nobody} note={texts.nobodyNote} />;
  return (
    <View>
      {shown.map(({ start, touched, free }) => (
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
          <Free free={free} onOpen={onOpen} />
        </Card>
      ))}
    </View>
  );
}
