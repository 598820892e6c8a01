import { clockOf } from '@niangjia/shared/time';
import { saySlot } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { press } from '../../ui/press.ts';
import { keptDayTexts as texts } from './day.text.ts';
import { type Kept, keptLines, sayName, sayRest, sayState } from './keptLines.ts';
import type { KeptDay } from './useKept.ts';
import './KeptGrid.scss';

/** One slot: who is in it, each with what has become of it. */
function Cell({ room, slot, onOpen }: Kept & { onOpen: (kept: Kept) => void }) {
  const waits = slot.places.some(({ state }) => state === 'pending');
  const look = slot.closed ? 'closed' : waits ? 'pending' : slot.places.length > 0 ? 'taken' : 'empty';
  const rest = sayRest(slot);
  const said = [...slot.places.map((place) => `${sayName(place)} ${sayState(place)}`), ...rest].join('，');
  return (
    <View
      className={`kept-cell kept-${look}`}
      {...press(() => onOpen({ room, slot }), {
        label: `${room.name} ${saySlot(slot)} ${said || texts.empty}`,
      })}
    >
      {slot.places.slice(0, 3).map((place) => (
        <View key={place.id} className="kept-place">
          <View className="kept-name">{sayName(place)}</View>
          <View className={`kept-state kept-state-${place.state}`}>{sayState(place)}</View>
        </View>
      ))}
      {slot.places.length > 3 ? <View className="small">{`+${slot.places.length - 3}`}</View> : null}
      {rest.length > 0 ? <View className="kept-rest">{rest.join(' · ')}</View> : null}
    </View>
  );
}

/** A day at a desk: a column a room, a line a start. */
export function KeptGrid({ day, onOpen }: { day: KeptDay; onOpen: (kept: Kept) => void }) {
  return (
    <View className="kept-grid">
      <View className="kept-line kept-head">
        <View className="kept-time">{texts.time}</View>
        {day.rooms.map(({ id, name }) => (
          <View key={id} className="kept-room">
            {name}
          </View>
        ))}
      </View>
      {keptLines(day).map(({ start, slots }) => (
        <View key={start} className="kept-line">
          <View className="kept-time figures">{clockOf(start)}</View>
          {day.rooms.map((room, i) => {
            const slot = slots[i];
            if (!slot) return <View key={room.id} className="kept-cell kept-none" />;
            return <Cell key={room.id} room={room} slot={slot} onOpen={onOpen} />;
          })}
        </View>
      ))}
    </View>
  );
}
