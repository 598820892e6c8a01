import { clockOf } from '@niangjia/shared/time';
import { saySlot } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { press } from '../ui/press.ts';
import { cellOf } from './cell.ts';
import { dayTexts as texts } from './day.text.ts';
import { type Chosen, linesOf, namesOf, type RoomDay } from './days.ts';
import './SlotGrid.scss';

/** Lines drawn at once: a room of quarter hours has ninety-six. */
const A_PAGE = 16;

/** One slot of one room; what there is nothing to do about can't be pressed. */
function SlotCell({ room, slot, onTap }: Chosen & { onTap: (chosen: Chosen) => void }) {
  const { look, text } = cellOf(slot, room.capacity);
  const dead = slot.id === undefined && (slot.state === 'closed' || slot.why === 'SLOT_PAST');
  return (
    <View
      className={`cell cell-${look}`}
      {...press(dead ? undefined : () => onTap({ room, slot }), {
        label: `${room.name} ${saySlot(slot)} ${text}`,
      })}
    >
      {text}
    </View>
  );
}

/** A day of rooms of one kind: a column a room, a line a start. */
export function SlotGrid({ rooms, onTap }: { rooms: readonly RoomDay[]; onTap: (chosen: Chosen) => void }) {
  const [pages, setPages] = useState(1);
  const lines = linesOf(rooms);
  const { shared, own } = namesOf(rooms);
  const shown = lines.slice(0, pages * A_PAGE);
  return (
    <View className="grid-frame">
      {shared || rooms.length === 1 ? (
        <View className="heading grid-heading">{shared || rooms[0]?.name}</View>
      ) : null}
      <View className="grid">
        {rooms.length > 1 ? (
          <View className="grid-line">
            <View className="grid-time" />
            {rooms.map(({ id }, i) => (
              <View key={id} className="grid-room">
                {own[i]}
              </View>
            ))}
          </View>
        ) : null}
        {shown.map(({ start, slots }) => (
          <View key={start} className="grid-line">
            <View className="grid-time figures">{clockOf(start)}</View>
            {rooms.map((room, i) => {
              const slot = slots[i];
              if (!slot) return <View key={room.id} className="cell cell-none" />;
              return <SlotCell key={room.id} room={room} slot={slot} onTap={onTap} />;
            })}
          </View>
        ))}
      </View>
      <View className="small">{texts.hint}</View>
      {lines.length > shown.length ? (
        <Button kind="plain" onPress={() => setPages(pages + 1)}>
          {texts.later(lines.length - shown.length)}
        </Button>
      ) : null}
    </View>
  );
}
