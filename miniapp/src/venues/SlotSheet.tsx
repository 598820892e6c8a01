import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { View } from '@tarojs/components';
import { sayWhen } from '../say.ts';
import { isScreen, replaceWith } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { spoken } from '../ui/press.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { CalendarButton } from './CalendarButton.tsx';
import { dayTexts, sheetTexts as texts } from './day.text.ts';
import { type Chosen, isBookable, type VenueDay } from './days.ts';
import { Instead, SlotFacts } from './SlotFacts.tsx';
import { type Step, useBooking } from './useBooking.ts';
import './SlotSheet.scss';

type Booking = ReturnType<typeof useBooking>;

/** A free slot: what booking it means, and the button. */
function Confirm({ booking, day, change }: { booking: Booking; day: VenueDay; change: string | undefined }) {
  const { chosen, deed, book } = booking;
  return (
    <View>
      <SlotFacts {...chosen} day={day} />
      <Notice refused={deed.refused} onNext={() => book(chosen)} />
      <Button kind="main" busy={deed.busy} onPress={() => book(chosen)}>
        {deed.busy
          ? texts.booking
          : change
            ? texts.change
            : chosen.room.needsApproval
              ? texts.ask
              : texts.book}
      </Button>
    </View>
  );
}

/** A slot with no place left: what is free instead, and the line. */
function Taken({
  booking,
  instead,
  day,
  change,
}: {
  booking: Booking;
  instead: readonly Chosen[];
  day: VenueDay;
  change: string | undefined;
}) {
  const { chosen, deed, book, wait } = booking;
  const { offerFor, quietFrom, quietUntil } = day.terms;
  return (
    <View>
      {change ? <View className="sheet-text">{texts.stays}</View> : null}
      <Instead slots={instead} onBook={book} />
      <Notice refused={deed.refused} onNext={() => book(chosen)} />
      <Button kind="outline" busy={deed.busy} onPress={wait}>
        {deed.busy ? texts.booking : texts.wait(chosen.slot.waiting)}
      </Button>
      <View className="sheet-note small">
        {quietFrom % 24 === quietUntil % 24
          ? texts.waitNoteAlways(offerFor)
          : texts.waitNote(offerFor, quietFrom, quietUntil)}
      </View>
    </View>
  );
}

/** A slot that this person can't book for now: why, and the next step. */
function WhyNot({ code }: { code: RefusalCode }) {
  const { text, next } = refusalEntry(code);
  const screen = next?.screen;
  return (
    <View>
      <View className="sheet-text">{text}</View>
      {next && isScreen(screen) ? (
        <Button kind="outline" onPress={() => replaceWith(screen)}>
          {next.label}
        </Button>
      ) : null}
    </View>
  );
}

/** Booked, or in line. */
function Done({ booking, day, onClose }: { booking: Booking; day: VenueDay; onClose: () => void }) {
  const { chosen, step } = booking;
  return (
    <View {...spoken('status')}>
      {step.is === 'booked' ? (
        <View>
          <SlotFacts {...chosen} day={day} booked />
          <View className="sheet-next">
            <CalendarButton id={step.id} room={chosen.room.name} venue={day.venue} slot={chosen.slot} />
          </View>
        </View>
      ) : (
        <View className="sheet-text">{texts.waitNoteAlways(day.terms.offerFor)}</View>
      )}
      <View className="sheet-next">
        <Button kind="main" onPress={onClose}>
          {texts.done}
        </Button>
      </View>
      <Button kind="text" onPress={() => replaceWith('bookings')}>
        {texts.toBookings}
      </Button>
    </View>
  );
}

function headline({ chosen, step }: Booking, change: string | undefined): string {
  if (step.is === 'booked' && change && step.state === 'confirmed') return texts.changed;
  if (step.is === 'booked') return step.state === 'pending' ? texts.asked : texts.booked;
  if (step.is === 'inLine') return texts.inLine(step.position);
  if (step.is === 'lost') return texts.lost;
  if (chosen.slot.state === 'taken') return texts.taken;
  return sayWhen(chosen.slot, Date.now());
}

/** The sheet in which one slot is settled: booked, changed for another, waited for, or explained. */
export function SlotSheet({
  first,
  day,
  change,
  onClose,
}: {
  first: Chosen;
  day: VenueDay;
  /** The booking that is given up for it. */
  change?: string | undefined;
  /** Tells how far it came. */
  onClose: (step: Step['is']) => void;
}) {
  const booking = useBooking(first, day, change);
  const { chosen, step, instead } = booking;
  const { room, slot } = chosen;
  const close = () => onClose(step.is);
  const title = headline(booking, change);
  const when = sayWhen(slot, Date.now());
  const where = texts.where(room.name, day.venue.name);
  const body = () => {
    if (step.is === 'booked' || step.is === 'inLine')
      return <Done booking={booking} day={day} onClose={close} />;
    if (step.is === 'lost')
      return <Taken booking={booking} instead={step.instead} day={day} change={change} />;
    if (isBookable(slot)) return <Confirm booking={booking} day={day} change={change} />;
    // Who may not book may not wait either, and is told so before the tap.
    if (slot.why === 'SLOT_TAKEN' && day.bannedUntil) return <WhyNot code="BOOKING_BANNED" />;
    if (slot.why === 'SLOT_TAKEN')
      return <Taken booking={booking} instead={instead} day={day} change={change} />;
    return <WhyNot code={(slot.why ?? 'SLOT_CLOSED') as RefusalCode} />;
  };
  return (
    <Sheet title={title} onClose={close}>
      <View className="sheet-where small">{title === when ? where : `${when} ${where}`}</View>
      {slot.why === 'SLOT_NOT_OPEN' && slot.opensAt ? (
        <View className="sheet-text">{dayTexts.opens(slot.opensAt, Date.now())}</View>
      ) : (
        body()
      )}
    </Sheet>
  );
}
