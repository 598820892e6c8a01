import { dayOf, MINUTE } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { spoken } from '../ui/press.ts';
import { useDeed } from '../useDeed.ts';
import { useNow } from '../useNow.ts';
import { useVisible } from '../useVisible.ts';
import { callUp } from '../wayThere.ts';
import { BookingFrame, type BookingProperties } from './BookingFrame.tsx';
import { bookingsTexts as texts } from './bookings.text.ts';
import { CalendarButton } from './CalendarButton.tsx';
import { useCheckIn } from './useCheckIn.ts';
import { venuesApi } from './venuesApi.ts';

/** Cancelling: asked once more, since the place goes to somebody else. */
function Cancel({ booking, onChanged }: BookingProperties) {
  const [sure, ask] = useState(false);
  const deed = useDeed();
  const cancel = async () => {
    if (await deed.run(async () => void (await venuesApi.cancelBooking({ id: booking.id })))) onChanged();
  };
  if (!sure)
    return (
      <Button small onPress={() => ask(true)}>
        {texts.cancel}
      </Button>
    );
  return (
    <View className="booking-sure">
      <View className="small">{texts.cancelAsk}</View>
      <Notice refused={deed.refused} onNext={cancel} />
      <View className="booking-buttons">
        <Button small kind="outline" busy={deed.busy} onPress={cancel}>
          {texts.cancelSure}
        </Button>
        <Button small onPress={() => ask(false)}>
          {texts.cancelKeep}
        </Button>
      </View>
    </View>
  );
}

/** Leads to the same rooms on that day, to take another slot in place of this one. */
function Change({ booking: { id, venue, room, start } }: Pick<BookingProperties, 'booking'>) {
  const there = { venue: venue.id, room: room.id, day: dayOf(start), change: id, was: String(start) };
  return (
    <Button small onPress={() => open('venue', there)}>
      {texts.change}
    </Button>
  );
}

/** Checking in, while one can. */
function CheckIn({ booking, onChanged }: BookingProperties) {
  const { deed, said, checkIn } = useCheckIn(booking.id, onChanged);
  return (
    <View className="booking-line">
      {said ? (
        <View className="booking-said" {...spoken('alert')}>
          {said}
        </View>
      ) : null}
      <Notice refused={deed.refused} onNext={checkIn} />
      <Button kind="main" busy={deed.busy} onPress={checkIn}>
        {deed.busy ? texts.checkingIn : texts.checkIn}
      </Button>
    </View>
  );
}

/** A booking that stands, or waits for a keeper's word. */
export function StandingBooking({ booking, onChanged }: BookingProperties) {
  const { id, room, venue, state, cancelUntil, checkInFrom, checkInUntil } = booking;
  // Looked at again each second, so that the button is there when the quarter of an hour begins.
  const now = useNow(useVisible());
  const isDue = state === 'confirmed' && now >= checkInFrom && now <= checkInUntil;
  return (
    <BookingFrame booking={booking}>
      {state === 'pending' ? <View className="small">{texts.pendingNote}</View> : null}
      <View className="small figures">
        {isDue
          ? texts.checkInNow(Math.ceil((checkInUntil - now) / MINUTE) * MINUTE)
          : texts.checkInTimes(checkInFrom, checkInUntil)}
      </View>
      <View className="small figures">
        {cancelUntil && cancelUntil > now
          ? texts.cancelUntil(cancelUntil, booking.start, now)
          : texts.cancelNever}
      </View>
      {isDue ? <CheckIn booking={booking} onChanged={onChanged} /> : null}
      <View className="booking-buttons">
        <CalendarButton small id={id} room={room.name} venue={venue} slot={booking} />
        {cancelUntil && cancelUntil > now ? <Change booking={booking} /> : null}
        {cancelUntil && cancelUntil > now ? (
          <Cancel booking={booking} onChanged={onChanged} />
        ) : (
          <Button small label={`${texts.call} ${venue.phone}`} onPress={() => callUp(venue.phone)}>
            {texts.call}
          </Button>
        )}
      </View>
    </BookingFrame>
  );
}
