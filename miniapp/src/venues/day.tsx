import { DAY, dayOf } from '@niangjia/shared/time';
import type { RoomKind } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { sayLength } from '../say.ts';
import { open } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Chips } from '../ui/Chips.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Row } from '../ui/Row.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useAnswer } from '../useAnswer.ts';
import { DayStrip } from './DayStrip.tsx';
import { dayTexts as texts } from './day.text.ts';
import { type Chosen, daysOf, linesOf } from './days.ts';
import { kindTexts } from './list.text.ts';
import { SlotGrid } from './SlotGrid.tsx';
import { SlotSheet } from './SlotSheet.tsx';
import { VenueHead } from './VenueHead.tsx';
import { venuesApi } from './venuesApi.ts';
import { WhyNotThisDay } from './WhyNotThisDay.tsx';

/** A venue: where it is, and its rooms' slots on a day. */
export default function VenuePage() {
  const {
    venue = '',
    kind = '',
    day: asked = '',
    change: given = '',
    room = '',
    was = '',
  } = useRouter().params;
  const [day, setDay] = useState(asked || dayOf(Date.now()));
  const [wanted, setWanted] = useState(kind as RoomKind | '');
  const [chosen, choose] = useState<Chosen>();
  // A booking to be given up for another; over once it was.
  const [change, setChange] = useState(given || undefined);
  const answer = useAnswer(
    async () => ({ day, ...(await venuesApi.getDay({ venue, day, change })) }),
    `${venue} ${day} ${change}`,
  );
  // Coming back from what one has booked, it may have changed.
  useDidShow(() => {
    if (answer.answer) answer.again();
  });
  const tap = (wish: Chosen) => (wish.slot.id ? open('bookings') : choose(wish));
  const there = answer.answer;
  if (!there) {
    return (
      <Screen title={texts.title}>
        <Notice refused={answer.refused} onNext={answer.again} />
        {answer.refused ? null : (
          <View>
            <Skeleton lines={[60, 80]} />
            <Skeleton lines={[100, 100, 100, 100, 100]} />
          </View>
        )}
      </Screen>
    );
  }
  const kinds = there.venue.kinds;
  const changed = there.rooms.find(({ id }) => id === room)?.kind;
  const shownKind = kinds.find((has) => has === wanted) ?? changed ?? kinds[0];
  const rooms = there.rooms.filter((room) => room.kind === shownKind);
  const isThere = there.day === day;
  const isEmpty = linesOf(rooms).length === 0;
  const isToday = day === dayOf(Date.now());
  const hasSlots = rooms.some(({ slots }) => slots.length > 0);
  return (
    <Screen title={texts.title}>
      <VenueHead venue={there.venue}>
        <Button small onPress={() => open('about', { venue })}>
          {texts.about}
        </Button>
      </VenueHead>
      {change ? (
        <Card tone="waiting" heading={texts.changing(Number(was), Date.now())}>
          <View>{texts.changingNote}</View>
          <View className="venue-ways">
            <Button small onPress={() => setChange(undefined)}>
              {texts.keep}
            </Button>
          </View>
        </Card>
      ) : null}
      <DayStrip days={daysOf(there.rooms, Date.now())} chosen={day} onChoose={setDay} />
      {kinds.length > 1 ? (
        <View className="venue-kinds">
          <Chips
            label={texts.kind}
            choices={kinds.map((value) => ({ value, text: kindTexts[value] }))}
            chosen={shownKind}
            onChoose={setWanted}
          />
        </View>
      ) : null}
      <Notice refused={answer.refused} onNext={answer.again} />
      {isThere ? (
        <View>
          <WhyNotThisDay day={there} rooms={rooms} />
          {isEmpty ? (
            <Empty
              text={hasSlots ? texts.over : texts.closed}
              note={isToday ? texts.overNote : texts.closedNote}
              next={texts.tomorrow}
              onNext={() => setDay(dayOf(Date.now() + DAY))}
            />
          ) : (
            <SlotGrid key={`${day} ${shownKind}`} rooms={rooms} onTap={tap} />
          )}
        </View>
      ) : (
        <Skeleton lines={[100, 100, 100, 100, 100]} />
      )}
      <Card>
        <Row
          title={texts.left}
          note={texts.leftNote(sayLength(there.terms.aWeek), there.terms.upcoming, there.left.upcoming)}
          end={<View className="venue-left figures">{sayLength(there.left.week)}</View>}
        />
        <Row title={texts.rules} note={texts.rulesNote} end="›" onPress={() => open('about', { venue })} />
        <Row title={texts.weekly} note={texts.weeklyNote} end="›" onPress={() => open('weekly', { venue })} />
      </Card>
      {chosen ? (
        <SlotSheet
          first={chosen}
          day={there}
          change={change}
          onClose={(step) => {
            choose(undefined);
            if (step === 'booked' && change) setChange(undefined);
            else if (step !== 'asking') answer.again();
          }}
        />
      ) : null}
    </Screen>
  );
}
