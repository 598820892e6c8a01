import { type Occupation, occupationGroups } from '@niangjia/shared/codes';
import { faultsOf } from '@niangjia/shared/faults';
import { RoomFacts, slotLengths, type VenueChange } from '@niangjia/shared/venues/setUp';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../../desk/Desk.tsx';
import { forSetUp } from '../../../desk/forStaff.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Chips } from '../../../ui/Chips.tsx';
import { choicesOf } from '../../../ui/choicesOf.ts';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { Tick } from '../../../ui/Tick.tsx';
import { WhenField } from '../../../ui/WhenField.tsx';
import { kindTexts } from '../../list.text.ts';
import { numberOf } from './numberOf.ts';
import { Outside, useOutside } from './Outside.tsx';
import { Retire } from './Retire.tsx';
import { roomTexts as texts } from './setUp.text.ts';
import { type House, type HouseRoom, useSetUp } from './useSetUp.tsx';
import './setUp.scss';

const groups = (Object.keys(occupationGroups) as Occupation[]).map((value) => ({
  value,
  text: occupationGroups[value].name,
}));
const lengths = slotLengths.map((minutes) => ({ value: String(minutes), text: texts.length(minutes) }));

const fresh: Omit<HouseRoom, 'id' | 'door' | 'next' | 'retired'> = {
  ...{ name: '', kind: 'court', slotMinutes: 60, capacity: 1, daysAhead: 7, opensAtHour: 8 },
  ...{ occupations: [], needsApproval: false },
};

/** What is typed of a room: numbers as they stand in their fields. */
const typedFrom = (
  { name, kind, capacity, daysAhead, opensAtHour, ...room }: typeof fresh,
  next?: HouseRoom['next'],
) => ({
  ...{ name, kind, occupations: [...room.occupations], needsApproval: room.needsApproval },
  slotMinutes: String(next?.slotMinutes ?? room.slotMinutes),
  capacity: String(capacity),
  daysAhead: String(daysAhead),
  opensAtHour: String(opensAtHour),
});
const factsFrom = (typed: ReturnType<typeof typedFrom>) => ({
  ...typed,
  slotMinutes: numberOf(typed.slotMinutes) as RoomFacts['slotMinutes'],
  capacity: numberOf(typed.capacity),
  daysAhead: numberOf(typed.daysAhead),
  opensAtHour: numberOf(typed.opensAtHour),
});

function Form({
  house,
  room,
  state,
}: {
  house: House;
  room: HouseRoom | undefined;
  state: ReturnType<typeof useSetUp>;
}) {
  const { deed, change, again } = state;
  const [typed, setTyped] = useState(typedFrom(room ?? fresh, room?.next));
  const [from, setFrom] = useState(room?.next?.from ?? house.firstDay);
  const [tried, setTried] = useState(false);
  const facts = factsFrom(typed);
  const faults = tried ? faultsOf(RoomFacts, facts) : {};
  const what: VenueChange = room ? { kind: 'room', room: room.id, facts, from } : { kind: 'newRoom', facts };
  const outside = useOutside(house, what);
  const regrids = room !== undefined && facts.slotMinutes !== (room.next ?? room).slotMinutes;
  const fill = (changed: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...changed }));
  const turn = (one: Occupation) =>
    fill({
      occupations: typed.occupations.includes(one)
        ? typed.occupations.filter((other) => other !== one)
        : [...typed.occupations, one],
    });
  const save = () => {
    if (Object.keys(faultsOf(RoomFacts, facts)).length > 0) return setTried(true);
    void change(what, outside.reason);
  };
  return (
    <Desk
      title={room ? texts.title : texts.adding}
      heading={room?.name ?? texts.adding}
      note={house.facts.name}
      current="keptSetUp"
      action={
        <Button kind="main" busy={deed.busy} whyNot={regrids ? outside.whyNot : undefined} onPress={save}>
          {texts.save}
        </Button>
      }
    >
      <Notice refused={deed.refused} onNext={again} />
      <View className="set-columns">
        <Card>
          <Field
            label={texts.name}
            value={typed.name}
            onType={(name) => fill({ name })}
            hint={texts.nameHint}
            error={faults.name}
            longest={20}
          />
          <View className="small set-said">{texts.kind}</View>
          <Chips
            label={texts.kind}
            choices={choicesOf(kindTexts)}
            chosen={typed.kind}
            onChoose={(kind) => fill({ kind })}
          />
          <View className="small set-said">{texts.slot}</View>
          <Chips
            label={texts.slot}
            choices={lengths}
            chosen={typed.slotMinutes}
            onChoose={(slotMinutes) => fill({ slotMinutes })}
          />
          {regrids ? (
            <View>
              <WhenField label={texts.slotFrom} kind="date" value={from} onChoose={setFrom} />
              <Outside outside={outside} onFrom={setFrom} />
            </View>
          ) : null}
          <Field
            label={texts.capacity}
            keyboard="number"
            value={typed.capacity}
            onType={(capacity) => fill({ capacity })}
            hint={texts.capacityHint}
            error={faults.capacity}
          />
        </Card>
        <Card>
          <View className="set-pair">
            <Field
              label={texts.ahead}
              keyboard="number"
              value={typed.daysAhead}
              onType={(daysAhead) => fill({ daysAhead })}
              error={faults.daysAhead}
            />
            <Field
              label={texts.hour}
              keyboard="number"
              value={typed.opensAtHour}
              onType={(opensAtHour) => fill({ opensAtHour })}
              error={faults.opensAtHour}
            />
          </View>
          <View className="small set-said">{texts.audience}</View>
          <Chips label={texts.audience} choices={groups} chosen={typed.occupations} onChoose={turn} />
          <View className="small set-said">{texts.everyone}</View>
          <Tick on={typed.needsApproval} onTurn={(needsApproval) => fill({ needsApproval })}>
            {texts.approval}
          </Tick>
        </Card>
      </View>
      {room ? <Retire house={house} room={room} state={state} /> : null}
    </Desk>
  );
}

/** A room of a house, or a new one. */
function RoomPage() {
  const state = useSetUp();
  const { house, room, roomId, asked, again } = state;
  if (house && (room || !roomId)) return <Form key={house.version} house={house} room={room} state={state} />;
  return (
    <Desk title={texts.title} heading={texts.title} current="keptSetUp">
      <Notice refused={asked.refused} onNext={again} />
      <Skeleton lines={[60, 90, 90]} />
    </Desk>
  );
}

export default forSetUp(RoomPage);
