import type { ResponseOf } from '@niangjia/shared/contract';
import { dayOf, instantOf, MINUTE, sayDate, weekdayOf } from '@niangjia/shared/time';
import type { venues } from '@niangjia/shared/venues/contract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { sayHours, sayLength } from '../say.ts';
import { open } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PhotoStrip } from '../ui/PhotoStrip.tsx';
import { Row } from '../ui/Row.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useAnswer } from '../useAnswer.ts';
import { aboutTexts as texts } from './about.text.ts';
import { VenueHead } from './VenueHead.tsx';
import { venuesApi } from './venuesApi.ts';

type About = ResponseOf<typeof venues.getVenue>;

/** Whether the doors open today, and when. */
function today({ venue, closedDays }: About): string {
  const now = Date.now();
  const spans = closedDays.includes(dayOf(now)) ? [] : (venue.hours[weekdayOf(now)] ?? []);
  if (spans.length === 0) return texts.closedToday;
  return texts.open(spans.map(({ from, until }) => `${from}–${until}`).join('，'));
}

function Hours(about: About) {
  const { venue, closedDays } = about;
  return (
    <Card heading={texts.hours}>
      {sayHours(venue.hours, texts.closedDay).map(({ days, open: hours }) => (
        <Row key={days} title={days} end={<View className="figures">{hours}</View>} />
      ))}
      {closedDays.length > 0 ? (
        <Row
          title={texts.closedOn}
          note={closedDays.map((day) => sayDate(instantOf(day, '00:00'), Date.now())).join('，')}
        />
      ) : null}
    </Card>
  );
}

/** What a room is and for whom, in one line, and from when it can be booked, in another. */
function RoomRow({ venue, room }: { venue: string; room: About['rooms'][number] }) {
  const { name, kind, slotMinutes, capacity, needsApproval, occupations, daysAhead, opensAtHour } = room;
  const facts = [
    texts.slot(slotMinutes * MINUTE),
    capacity > 1 ? texts.together(capacity) : texts.alone,
    ...(needsApproval ? [texts.approval] : []),
    ...(occupations.length > 0 ? [texts.only(occupations)] : []),
  ];
  return (
    <Row
      title={name}
      note={
        <View>
          <View>{facts.join('，')}</View>
          <View>{texts.opens(daysAhead, opensAtHour)}</View>
        </View>
      }
      end="›"
      onPress={() => open('venue', { venue, kind })}
    />
  );
}

function Rules({ terms }: Pick<About, 'terms'>) {
  return (
    <Card heading={texts.rules}>
      <View className="venue-rule">{texts.limits(terms.upcoming, sayLength(terms.aWeek))}</View>
      <View className="venue-rule">{texts.cancel(terms.cancelUntil)}</View>
      <View className="venue-rule">{texts.checkIn(terms.checkInBefore, terms.checkInAfter)}</View>
      <View className="venue-rule">{texts.noShow(terms.noShows, terms.banFor)}</View>
    </Card>
  );
}

/** A venue's own page: when it is open, its rooms, the rules, how to get there and whom to ask. */
export default function AboutPage() {
  const { venue: id = '' } = useRouter().params;
  const asked = useAnswer(() => venuesApi.getVenue({ venue: id }), id);
  const about = asked.answer;
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="main" onPress={() => open('venue', { venue: id })}>
          {texts.book}
        </Button>
      }
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      {about ? (
        <View>
          <VenueHead venue={about.venue} says={today(about)} />
          <PhotoStrip photos={about.venue.photos} />
          {about.venue.words ? <Card heading={texts.words}>{about.venue.words}</Card> : null}
          <Card heading={texts.rooms}>
            {about.rooms.map((room) => (
              <RoomRow key={room.id} venue={id} room={room} />
            ))}
          </Card>
          <Hours {...about} />
          <Rules terms={about.terms} />
        </View>
      ) : asked.loading ? (
        <View>
          <Skeleton lines={[60, 80]} />
          <Skeleton lines={[100, 70, 90]} />
        </View>
      ) : null}
    </Screen>
  );
}
