import { clockOf, dayOf, type Instant, sayTime } from '@niangjia/shared/time';
import { Text, View } from '@tarojs/components';
import { isScreen, open } from '../screens.ts';
import { press } from '../ui/press.ts';
import { inboxTexts as texts } from './inbox.text.ts';
import './MessageRow.scss';
import type { InboxMessage } from './useInbox.ts';

type Booking = NonNullable<InboxMessage['booking']>;

/** When it is: `明天 周四 19:00–20:00`. */
const sayBooked = ({ start, end }: Booking, now: Instant) =>
  end ? `${sayTime(start, now)}–${clockOf(end)}` : sayTime(start, now);

/** The house that it was in, on its day while that is to come. */
const whereTo = ({ venue, start }: Booking, now: Instant) => ({
  venue,
  ...(start > now ? { day: dayOf(start) } : {}),
});

type Club = NonNullable<InboxMessage['club']>;

/** Which club, activity or post a screen is to show. */
const whichOf = ({ club, activity, quarter }: Club) => ({
  club,
  ...(activity ? { activity, post: activity } : {}),
  ...(quarter ? { quarter } : {}),
});

/** One message: what happened, when, and the way to it. */
export function MessageRow({ message, now }: { message: InboxMessage; now: Instant }) {
  const { title, text, booking, club, at, unread, screen } = message;
  const go = isScreen(screen)
    ? () => open(screen, booking ? whereTo(booking, now) : club && whichOf(club))
    : undefined;
  const label = [title, booking && sayBooked(booking, now), club?.name, unread && texts.newOne].filter(
    Boolean,
  );
  return (
    <View className={go ? 'message message-press' : 'message'} {...press(go, { label: label.join('，') })}>
      <View className="message-main">
        <View className={unread ? 'message-title message-unread' : 'message-title'}>
          <Text>{title}</Text>
          {unread ? <Text className="message-new">{texts.newOne}</Text> : null}
        </View>
        {booking ? (
          <View className="message-booking">
            <View className="figures">{sayBooked(booking, now)}</View>
            <View>{texts.where(booking.room, booking.venueName)}</View>
          </View>
        ) : null}
        {club ? <View className="message-booking">{club.name}</View> : null}
        <View className="message-text">{text}</View>
        <View className="small figures">{sayTime(at, now)}</View>
      </View>
      {go ? <View className="message-end">›</View> : null}
    </View>
  );
}
