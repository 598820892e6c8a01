import { clockOf, DAY, dayOf } from '@niangjia/shared/time';
import { slotsOn } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { open, replaceWith } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Chips } from '../ui/Chips.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useAnswer } from '../useAnswer.ts';
import { DayStrip } from './DayStrip.tsx';
import { useWeekly } from './useWeekly.ts';
import { venuesApi } from './venuesApi.ts';
import { WeekRow } from './WeekRow.tsx';
import { weeklyTexts as texts } from './weekly.text.ts';
import './SlotSheet.scss';

const WEEKS = ['1', '4', '8', '12'] as const;
const nextDays = () => Array.from({ length: 7 }, (_, i) => dayOf(Date.now() + (i + 1) * DAY));

/** A group's leader books its standing place in a house, and sees what came of each date. */
export default function WeeklyPage() {
  const { venue = '' } = useRouter().params;
  const asked = useAnswer(async () => {
    const [{ groups }, house] = await Promise.all([venuesApi.listGroups({}), venuesApi.getVenue({ venue })]);
    return { groups, house };
  }, venue);
  const [chosen, choose] = useState({ group: '', room: '', day: nextDays()[0] ?? '', start: '' });
  const [weeks, setWeeks] = useState<(typeof WEEKS)[number]>('4');
  const weekly = useWeekly(venue);
  const { answer } = asked;
  if (!answer) {
    return (
      <Screen title={texts.title}>
        <Notice refused={asked.refused} onNext={asked.again} />
        {asked.refused ? null : <Skeleton lines={[60, 90, 70]} />}
      </Screen>
    );
  }
  const { groups, house } = answer;
  const group = groups.find(({ id }) => id === chosen.group) ?? groups[0];
  const room = house.rooms.find(({ id }) => id === chosen.room) ?? house.rooms[0];
  if (!group || !room) {
    return (
      <Screen title={texts.title}>
        <Empty
          text={texts.none}
          note={texts.noneNote}
          next={texts.alone}
          onNext={() => replaceWith('venue', { venue })}
        />
      </Screen>
    );
  }
  const doors = { hours: house.venue.hours, next: house.next, closedDays: house.closedDays };
  const times = slotsOn(room, doors, chosen.day);
  const time = times.find(({ start }) => String(start) === chosen.start) ?? times[0];
  const all = weekly.weeks;
  const ahead = WEEKS.filter((count) => Number(count) <= house.terms.groupWeeks);
  return (
    <Screen
      title={texts.title}
      action={
        all ? (
          <Button kind="main" onPress={() => open('bookings')}>
            {texts.toBookings}
          </Button>
        ) : (
          <Button
            kind="main"
            busy={weekly.deed.busy}
            whyNot={time ? undefined : texts.closed}
            onPress={() => time && weekly.book(group.id, room.id, time.start, Number(weeks))}
          >
            {weekly.deed.busy ? texts.booking : texts.book}
          </Button>
        )
      }
    >
      <View className="title">
        {all ? texts.booked(all.filter(({ why }) => !why).length, all.length) : texts.headline}
      </View>
      <View className="small sheet-where">{house.venue.name}</View>
      <Notice refused={weekly.deed.refused} onNext={weekly.deed.clear} />
      {all ? (
        <Card>
          {all.map((week) => (
            <WeekRow
              key={week.start}
              week={week}
              onInstead={(slot) => weekly.bookInstead(group.id, week, slot)}
            />
          ))}
        </Card>
      ) : (
        <View>
          <Card heading={texts.group}>
            <Chips
              label={texts.group}
              choices={groups.map(({ id, name }) => ({ value: id, text: name }))}
              chosen={group.id}
              onChoose={(id) => choose({ ...chosen, group: id })}
            />
          </Card>
          <Card heading={texts.room}>
            <Chips
              label={texts.room}
              choices={house.rooms.map(({ id, name }) => ({ value: id, text: name }))}
              chosen={room.id}
              onChoose={(id) => choose({ ...chosen, room: id })}
            />
          </Card>
          <View className="heading sheet-where">{texts.first}</View>
          <DayStrip days={nextDays()} chosen={chosen.day} onChoose={(day) => choose({ ...chosen, day })} />
          <Card heading={texts.time}>
            <Chips
              label={texts.time}
              choices={times.map(({ start }) => ({ value: String(start), text: clockOf(start) }))}
              chosen={String(time?.start)}
              onChoose={(start) => choose({ ...chosen, start })}
            />
          </Card>
          <Card heading={texts.weeks}>
            <Chips
              label={texts.weeks}
              choices={ahead.map((value) => ({ value, text: texts.weeksOf(Number(value)) }))}
              chosen={weeks}
              onChoose={setWeeks}
            />
          </Card>
          <View className="small">{texts.note}</View>
        </View>
      )}
    </Screen>
  );
}
