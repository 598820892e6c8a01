import { instantOf, MINUTE, sayDate } from '@niangjia/shared/time';
import type { Hours } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { Desk } from '../../../desk/Desk.tsx';
import type { OrgChoice } from '../../../desk/duty.ts';
import { forSetUp } from '../../../desk/forStaff.tsx';
import { sayHours } from '../../../say.ts';
import { open } from '../../../screens.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Row } from '../../../ui/Row.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useAnswer } from '../../../useAnswer.ts';
import { kindTexts } from '../../list.text.ts';
import { useKeptVenues } from '../useKept.ts';
import { VenuePick } from '../VenuePick.tsx';
import { houseTexts as texts } from './setUp.text.ts';
import { setUpApi } from './setUpApi.ts';
import type { House, HouseRoom } from './useSetUp.tsx';
import './setUp.scss';

function Open({ hours }: { hours: Hours }) {
  return sayHours(hours, texts.closed).map(({ days, open: said }) => (
    <Row key={days} title={days} end={<View className="figures">{said}</View>} />
  ));
}

function HoursCard({ house }: { house: House }) {
  const { id, hours, next, closedDays } = house;
  return (
    <Card heading={texts.hours}>
      <Open hours={hours} />
      {next ? (
        <View>
          <View className="set-name set-said">{texts.from(next.from)}</View>
          <Open hours={next.hours} />
        </View>
      ) : null}
      {closedDays.length > 0 ? (
        <Row
          title={texts.closedOn}
          note={closedDays.map((day) => sayDate(instantOf(day, '00:00'), Date.now())).join('，')}
        />
      ) : null}
      <View className="set-acts">
        <Button
          kind="outline"
          small
          label={`${texts.change}${texts.hours}`}
          onPress={() => open('keptHours', { venue: id })}
        >
          {texts.change}
        </Button>
      </View>
    </Card>
  );
}

function RoomRow({ venue, room }: { venue: string; room: HouseRoom }) {
  const { id, name, slotMinutes, capacity, needsApproval, occupations, daysAhead, opensAtHour } = room;
  const facts = [
    texts.room(slotMinutes * MINUTE, capacity),
    texts.ahead(daysAhead, opensAtHour),
    ...(needsApproval ? [texts.approval] : []),
    ...(occupations.length > 0 ? [texts.only(occupations)] : []),
  ];
  const coming = [
    ...(room.next ? [texts.coming(room.next.from, room.next.slotMinutes * MINUTE)] : []),
    ...(room.retired ? [texts.retires(room.retired)] : []),
  ];
  return (
    <View className="set-room">
      <View className="set-room-facts">
        <Row
          title={name}
          note={[kindTexts[room.kind], ...facts, ...coming].join('，')}
          end="›"
          onPress={() => open('keptRoom', { venue, room: id })}
        />
      </View>
      <Button small label={`${name} ${texts.code}`} onPress={() => open('keptDoor', { venue, room: id })}>
        {texts.code}
      </Button>
    </View>
  );
}

function HouseView({ house }: { house: House }) {
  const { id, facts, rooms, settledAt } = house;
  return (
    <View>
      {settledAt ? <Card tone="waiting">{texts.settling(settledAt)}</Card> : null}
      <View className="set-columns">
        <View>
          <Card heading={texts.facts}>
            <Row title={texts.address} note={facts.address} />
            <Row title={texts.phone} note={<View className="figures">{facts.phone}</View>} />
            <Row title={texts.words} note={facts.words || texts.noWords} />
            <View className="set-acts">
              <Button
                kind="outline"
                small
                label={`${texts.change}${texts.facts}`}
                onPress={() => open('keptFacts', { venue: id })}
              >
                {texts.change}
              </Button>
            </View>
          </Card>
          <HoursCard house={house} />
        </View>
        <Card heading={texts.rooms}>
          {rooms.length === 0 ? <View className="small set-said">{texts.noRooms}</View> : null}
          {rooms.map((room) => (
            <RoomRow key={room.id} venue={id} room={room} />
          ))}
          <View className="set-acts">
            <Button kind="outline" small onPress={() => open('keptRoom', { venue: id })}>
              {texts.addRoom}
            </Button>
          </View>
        </Card>
      </View>
    </View>
  );
}

/** All that is set up of a house; each part is changed on a page of its own. */
function HousePage({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const kept = useKeptVenues(homes);
  const venue = kept.venue?.id;
  const asked = useAnswer(async () => (venue ? setUpApi.getSetUp({ venue }) : undefined), venue ?? '');
  const house = asked.answer?.id === venue ? asked.answer : undefined;
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence(house?.facts.name)}
      note={texts.note}
      current="keptSetUp"
      top
      links={
        <Button small onPress={() => open('keptFacts')}>
          {texts.open}
        </Button>
      }
    >
      <VenuePick kept={kept} ready={house !== undefined} />
      <Notice refused={asked.refused} onNext={asked.again} />
      {house ? (
        <HouseView house={house} />
      ) : kept.venues?.length === 0 || asked.refused ? null : (
        <Skeleton lines={[60, 90, 90, 40]} />
      )}
    </Desk>
  );
}

export default forSetUp(HousePage);
