import { saySlot } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { sayLength } from '../say.ts';
import { Card } from '../ui/Card.tsx';
import { Row } from '../ui/Row.tsx';
import { sheetTexts as texts } from './day.text.ts';
import type { Chosen, VenueDay } from './days.ts';

/** What booking a slot means: until when it can be cancelled, when one checks in, what is left. */
export function SlotFacts({ room, slot, day, booked = false }: Chosen & { day: VenueDay; booked?: boolean }) {
  const { terms, left } = day;
  const now = Date.now();
  const cancelUntil = slot.start - terms.cancelUntil;
  const until = slot.start + terms.checkInAfter;
  return (
    <Card>
      {room.needsApproval ? <Row title={texts.approval} /> : null}
      <Row title={cancelUntil > now ? texts.cancelUntil(cancelUntil, slot.start, now) : texts.cancelNever} />
      <Row title={texts.checkInTimes(slot.start - terms.checkInBefore, until)} note={texts.late(until)} />
      {booked ? null : (
        <Row title={texts.left} end={<View className="figures">{sayLength(left.week)}</View>} />
      )}
    </Card>
  );
}

/** Other slots, each booked with one tap. */
export function Instead({ slots, onBook }: { slots: readonly Chosen[]; onBook: (chosen: Chosen) => void }) {
  if (slots.length === 0) return <View className="sheet-note small">{texts.noneNear}</View>;
  return (
    <Card heading={texts.instead}>
      {slots.map(({ room, slot }) => (
        <Row
          key={`${room.id} ${slot.start}`}
          title={`${saySlot(slot)} ${room.name}`}
          end={<View className="sheet-book">{room.needsApproval ? texts.askShort : texts.bookShort}</View>}
          onPress={() => onBook({ room, slot })}
        />
      ))}
    </Card>
  );
}
