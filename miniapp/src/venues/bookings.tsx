import { MINUTE } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { open } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Row } from '../ui/Row.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useRefreshed } from '../useRefreshed.ts';
import { BookingCard } from './BookingCard.tsx';
import { bookingsTexts as texts } from './bookings.text.ts';
import { venuesApi } from './venuesApi.ts';

/** What somebody has ahead: bookings, offers and places in line. Offers are made each minute. */
export default function BookingsPage() {
  const asked = useRefreshed(() => venuesApi.listBookings({}), 'bookings', MINUTE);
  const { bookings = [], bannedUntil } = asked.answer ?? {};
  // What runs out comes first.
  const offered = bookings.filter(({ state }) => state === 'offered');
  const others = bookings.filter(({ state }) => state !== 'offered');
  return (
    <Screen
      title={texts.title}
      action={
        bookings.length > 0 ? (
          <Button kind="plain" onPress={() => open('venues')}>
            {texts.more}
          </Button>
        ) : undefined
      }
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      {bannedUntil ? (
        <Card tone="wrong">
          <Row
            title={texts.banned(bannedUntil, Date.now())}
            note={texts.bannedNote}
            end="›"
            onPress={() => open('noShows')}
          />
        </Card>
      ) : null}
      {[...offered, ...others].map((booking) => (
        <BookingCard key={booking.id} booking={booking} onChanged={asked.again} />
      ))}
      {asked.answer && bookings.length === 0 ? (
        <Empty text={texts.none} note={texts.noneNote} next={texts.find} onNext={() => open('venues')} />
      ) : null}
      {asked.answer && !bannedUntil ? (
        <Button kind="text" onPress={() => open('noShows')}>
          {texts.noShows}
        </Button>
      ) : null}
      {!asked.answer && !asked.refused ? (
        <View>
          <Skeleton lines={[70, 50, 60]} />
          <Skeleton lines={[70, 50, 60]} />
        </View>
      ) : null}
    </Screen>
  );
}
