import type { ResponseOf } from '@niangjia/shared/contract';
import type { venues } from '@niangjia/shared/venues/contract';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { sayWhen } from '../say.ts';
import { open } from '../screens.ts';
import { Badge } from '../ui/Badge.tsx';
import { Card } from '../ui/Card.tsx';
import { press } from '../ui/press.ts';
import { bookingsTexts as texts } from './bookings.text.ts';
import './BookingCard.scss';

export type Booking = ResponseOf<typeof venues.listBookings>['bookings'][number];

/** What each card is given. */
export interface BookingProperties {
  readonly booking: Booking;
  /** Something has changed. */
  readonly onChanged: () => void;
}

const badges = {
  confirmed: { tone: 'done', text: texts.confirmed },
  pending: { tone: 'waiting', text: texts.pending },
  offered: { tone: 'red', text: texts.offered },
  waiting: { tone: 'waiting', text: '' },
  came: { tone: 'done', text: texts.came },
} as const;

/** What every card begins with: when, where, and how it stands. */
export function BookingFrame({
  booking,
  tone,
  children,
}: {
  booking: Booking;
  tone?: 'waiting';
  children?: ReactNode;
}) {
  const { room, venue, state, position = 1, group } = booking;
  const { tone: colour, text } = badges[state];
  return (
    <Card {...(tone ? { tone } : {})}>
      <View className="booking-head">
        <View className="heading figures">{sayWhen(booking, Date.now())}</View>
        <Badge tone={colour}>{text || texts.waiting(position)}</Badge>
      </View>
      <View className="booking-where" {...press(() => open('venue', { venue: venue.id }), { role: 'link' })}>
        {texts.where(room.name, venue.name)} ›
      </View>
      {group ? <View className="small">{texts.group}</View> : null}
      {children}
    </Card>
  );
}
