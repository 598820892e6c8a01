import { sayDate } from '@niangjia/shared/time';
import type { KeeperReason } from '@niangjia/shared/venues/keepersWord';
import { saySlot } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { choicesOf } from '../../ui/choicesOf.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { useDeed } from '../../useDeed.ts';
import { keptSheetTexts as texts } from './day.text.ts';
import { Guest } from './Guest.tsx';
import { keeperApi } from './keeperApi.ts';
import { type Kept, sayName, sayState } from './keptLines.ts';
import { Missed } from './Missed.tsx';
import type { KeptDay, KeptPlace } from './useKept.ts';

interface Of extends Kept {
  readonly day: KeptDay;
  /** Something was done: what is shown is to be asked again. */
  readonly onChanged: () => void;
}

/** One place and what can be done about it. */
function Place({ room, slot, day, place, onChanged }: Of & { place: KeptPlace }) {
  const [cancelling, setCancelling] = useState(false);
  const [reason, setReason] = useState<KeeperReason>();
  const deed = useDeed();
  const which = { venue: day.venue.id, room: room.id, start: slot.start, id: place.id };
  const act = (what: () => Promise<unknown>) => () =>
    deed.run(async () => {
      await what();
      onChanged();
    });
  const now = Date.now();
  const { checkInFrom: opens, checkInUntil } = place;
  const canSee = now >= opens && now <= checkInUntil && place.state !== 'pending' && !place.verified;
  const canCancel = place.state === 'confirmed' || (place.letIn === true && now < slot.end);
  const note = place.until ? texts.held(place.until) : undefined;
  const name = sayName(place);
  return (
    <Card>
      <Row title={name} note={note} end={sayState(place)} />
      <Notice refused={deed.refused} onNext={onChanged} />
      {place.state === 'pending' && !cancelling ? (
        <View className="kept-acts">
          <Button
            kind="main"
            small
            busy={deed.busy}
            label={`${name} ${texts.confirm}`}
            onPress={act(() => keeperApi.settleBooking({ ...which, confirmed: true }))}
          >
            {texts.confirm}
          </Button>
          <Button
            kind="outline"
            small
            busy={deed.busy}
            label={`${name} ${texts.refuse}`}
            onPress={act(() => keeperApi.settleBooking({ ...which, confirmed: false }))}
          >
            {texts.refuse}
          </Button>
        </View>
      ) : null}
      {canSee && place.state !== 'offered' && !cancelling ? (
        <View className="kept-acts">
          <Button
            kind="main"
            small
            busy={deed.busy}
            label={`${name} ${texts.checkIn}`}
            onPress={act(() => keeperApi.seeBooking(which))}
          >
            {place.state === 'came' ? texts.verify : texts.checkIn}
          </Button>
        </View>
      ) : null}
      {place.state === 'confirmed' && now < opens ? (
        <View className="small kept-said">{texts.from(opens)}</View>
      ) : null}
      {canCancel && !cancelling ? (
        <Button kind="text" label={`${name} ${texts.cancel}`} onPress={() => setCancelling(true)}>
          {texts.cancel}
        </Button>
      ) : null}
      {cancelling ? (
        <View>
          <View className="small kept-said">{texts.why}</View>
          <Chips label={texts.why} choices={choicesOf(texts.reasons)} chosen={reason} onChoose={setReason} />
          <View className="kept-acts">
            <Button small onPress={() => setCancelling(false)}>
              {texts.keep}
            </Button>
            <Button
              kind="main"
              small
              busy={deed.busy}
              whyNot={reason ? undefined : texts.reasonFirst}
              onPress={act(async () => reason && keeperApi.cancelFor({ ...which, reason }))}
            >
              {texts.cancelNow}
            </Button>
          </View>
        </View>
      ) : null}
    </Card>
  );
}

/** One slot with everybody in it. */
export function KeptSheet({ room, slot, day, onChanged, onClose }: Of & { onClose: () => void }) {
  return (
    <Sheet title={saySlot(slot)} onClose={onClose}>
      <View className="small kept-said">{texts.where(room.name, sayDate(slot.start, Date.now()))}</View>
      <Missed room={room} slot={slot} venue={day.venue.id} onChanged={onChanged} />
      {slot.places.length + slot.missed.length === 0 ? (
        <View className="small kept-said">{texts.nobody}</View>
      ) : null}
      {slot.places.map((place) => (
        <Place key={place.id} room={room} slot={slot} day={day} place={place} onChanged={onChanged} />
      ))}
      <Guest room={room} slot={slot} day={day} onChanged={onChanged} />
      {slot.waiting > 0 ? <View className="small kept-said">{texts.line(slot.waiting)}</View> : null}
      <Button onPress={onClose}>{texts.close}</Button>
    </Sheet>
  );
}
