import { View } from '@tarojs/components';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useDeed } from '../useDeed.ts';
import { useNow } from '../useNow.ts';
import { useVisible } from '../useVisible.ts';
import { BookingFrame, type BookingProperties } from './BookingFrame.tsx';
import { bookingsTexts as texts } from './bookings.text.ts';
import { StandingBooking } from './StandingBooking.tsx';
import { venuesApi } from './venuesApi.ts';

/** A place that is held for a while: taken, or passed on. */
function Offered({ booking, onChanged }: BookingProperties) {
  const { id, until = 0 } = booking;
  const now = useNow(useVisible());
  const deed = useDeed();
  const accept = async () => {
    if (await deed.run(async () => void (await venuesApi.acceptOffer({ id })))) onChanged();
  };
  const pass = async () => {
    if (await deed.run(async () => void (await venuesApi.passOffer({ id })))) onChanged();
  };
  return (
    <BookingFrame booking={booking} tone="waiting">
      <View className="booking-clock figures">{now <= until ? texts.left(until, now) : texts.leftOver}</View>
      <Notice refused={deed.refused} onNext={onChanged} />
      <Button kind="main" busy={deed.busy} onPress={accept}>
        {deed.busy ? texts.accepting : texts.accept}
      </Button>
      <Button kind="text" onPress={pass}>
        {texts.pass}
      </Button>
    </BookingFrame>
  );
}

/** A place in line. */
function Waiting({ booking, onChanged }: BookingProperties) {
  const deed = useDeed();
  const giveUp = async () => {
    if (await deed.run(async () => void (await venuesApi.giveUpWait({ id: booking.id })))) onChanged();
  };
  return (
    <BookingFrame booking={booking}>
      <View className="small">{texts.waitingNote}</View>
      <Notice refused={deed.refused} onNext={giveUp} />
      <View className="booking-buttons">
        <Button small busy={deed.busy} onPress={giveUp}>
          {texts.giveUp}
        </Button>
      </View>
    </BookingFrame>
  );
}

/** One thing somebody has ahead, and what they can do about it. */
export function BookingCard({ booking, onChanged }: BookingProperties) {
  switch (booking.state) {
    case 'offered':
      return <Offered booking={booking} onChanged={onChanged} />;
    case 'waiting':
      return <Waiting booking={booking} onChanged={onChanged} />;
    case 'came':
      return (
        <BookingFrame booking={booking}>
          {booking.verified ? null : <View className="small">{texts.unverified}</View>}
        </BookingFrame>
      );
    default:
      return <StandingBooking booking={booking} onChanged={onChanged} />;
  }
}
