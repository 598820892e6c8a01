import type { ResponseOf } from '@niangjia/shared/contract';
import type { venues } from '@niangjia/shared/venues/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { FieldFrame } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { declareTexts as texts } from './declare.text.ts';
import { type ActivityDraft, tapped } from './declarePlan.ts';
import { housesApi } from './housesApi.ts';

type House = ResponseOf<typeof venues.listVenues>['venues'][number];
type Room = ResponseOf<typeof venues.getDay>['rooms'][number];
type Change = (change: Partial<ActivityDraft>) => void;

/** What keeps a member from a slot, and not a club: when a day opens, and how much one person may have. */
const NOT_OF_CLUBS = ['SLOT_NOT_OPEN', 'TOO_MANY_AHEAD', 'TOO_LONG_A_WEEK', 'UNION_DAY_FULL'];
const freeOf = ({ slots }: Room) =>
  slots.filter(({ state, why }) => state === 'free' && (why === undefined || NOT_OF_CLUBS.includes(why)));

/** The free slots of one room on the day, those that follow one another to be chosen. */
function Slots({ room, draft, onChange }: { room: Room; draft: ActivityDraft; onChange: Change }) {
  const free = freeOf(room);
  if (free.length === 0) return <View className="small">{texts.noSlots}</View>;
  return (
    <Chips
      label={texts.slots}
      choices={free.map(({ start, end }) => ({ value: String(start), text: texts.slot(start, end) }))}
      chosen={draft.slots.map(({ start }) => String(start))}
      onChoose={(value) => {
        const slot = free.find(({ start }) => String(start) === value);
        if (slot) onChange({ slots: tapped(draft.slots, { start: slot.start, end: slot.end }) });
      }}
    />
  );
}

/** A house's rooms on the day that was chosen. */
function Rooms({ draft, turn, onChange }: { draft: ActivityDraft; turn: number; onChange: Change }) {
  const { venue, day } = draft;
  const asked = useAnswer(
    async () => ({ of: `${venue} ${day}`, ...(await housesApi.getDay({ venue, day })) }),
    `${venue} ${day} ${turn}`,
  );
  const there = asked.answer?.of === `${venue} ${day}` ? asked.answer : undefined;
  if (!there)
    return asked.refused ? (
      <Notice refused={asked.refused} onNext={asked.again} />
    ) : (
      <Skeleton lines={[60, 90]} />
    );
  // One that many share can't be had as a whole.
  const rooms = there.rooms.filter(({ capacity }) => capacity === 1);
  const room = rooms.find(({ id }) => id === draft.room) ?? rooms[0];
  if (!room) return <View className="small">{texts.noRooms}</View>;
  const { slots } = draft;
  const [first, last] = [slots[0], slots[slots.length - 1]];
  const choose = (id: string) =>
    onChange({ room: id, roomName: rooms.find((one) => one.id === id)?.name ?? '', slots: [] });
  return (
    <View className="declare-part">
      <FieldFrame label={texts.room} hint={room.needsApproval ? texts.approval : undefined}>
        <Chips
          label={texts.room}
          choices={rooms.map(({ id, name }) => ({ value: id, text: name }))}
          chosen={room.id}
          onChoose={choose}
        />
      </FieldFrame>
      <FieldFrame
        label={texts.slots}
        hint={first && last ? texts.chosen(first.start, last.end) : texts.slotsNote}
      >
        <Slots
          room={room}
          draft={draft}
          onChange={(change) => onChange({ room: room.id, roomName: room.name, ...change })}
        />
      </FieldFrame>
    </View>
  );
}

/** A room of a union's house: which house, which room, which of its free slots. */
export function RoomChoice({
  draft,
  turn,
  onChange,
}: {
  draft: ActivityDraft;
  turn: number;
  onChange: Change;
}) {
  const [later, setLater] = useState<{ houses: readonly House[]; cursor: string | undefined }>();
  const asked = useAnswer(() => housesApi.listVenues({}), 'houses');
  const more = useDeed();
  if (!asked.answer)
    return asked.refused ? (
      <Notice refused={asked.refused} onNext={asked.again} />
    ) : (
      <Skeleton lines={[60, 90]} />
    );
  const houses = [...asked.answer.venues, ...(later?.houses ?? [])];
  const cursor = later ? later.cursor : asked.answer.cursor;
  const readOn = () =>
    more.run(async () => {
      const page = await housesApi.listVenues({ cursor });
      setLater({ houses: [...(later?.houses ?? []), ...page.venues], cursor: page.cursor });
    });
  if (houses.length === 0) return <View className="small">{texts.noVenues}</View>;
  return (
    <View className="declare-part">
      <PickField
        label={texts.venue}
        choices={houses.map(({ id, name }) => ({ value: id, text: name }))}
        chosen={draft.venue}
        onChoose={(venue) =>
          onChange({
            ...{ venue, venueName: houses.find(({ id }) => id === venue)?.name ?? '' },
            ...{ room: '', roomName: '', slots: [] },
          })
        }
      />
      <Notice refused={more.refused} onNext={readOn} />
      {cursor ? (
        <Button small kind="plain" busy={more.busy} onPress={readOn}>
          {texts.venueMore}
        </Button>
      ) : null}
      {draft.venue ? <Rooms draft={draft} turn={turn} onChange={onChange} /> : null}
    </View>
  );
}
