import { DAY, dayOf, instantOf, sayDate } from '@niangjia/shared/time';
import { saySlot } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forKeeper } from '../../desk/forStaff.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { Row } from '../../ui/Row.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWide } from '../../ui/wide.ts';
import { DayStrip } from '../DayStrip.tsx';
import { keptDayTexts as texts } from './day.text.ts';
import { KeptGrid } from './KeptGrid.tsx';
import { KeptList } from './KeptList.tsx';
import { KeptSheet } from './KeptSheet.tsx';
import { bookedOn, keptLines, requestsOf, sayName } from './keptLines.ts';
import { ScanIn, useScanIn } from './ScanIn.tsx';
import { useKeptDay, useKeptVenues } from './useKept.ts';
import { VenuePick } from './VenuePick.tsx';

/** Yesterday, today and the week that can be booked. */
const days = () => Array.from({ length: 9 }, (_, i) => dayOf(Date.now() + (i - 1) * DAY));

/** The keepers' page: a day of a venue, who comes and who came. */
function KeptDayPage({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const wide = useWide();
  const kept = useKeptVenues(homes);
  const asked = useKeptDay(kept.venue?.id);
  const [opened, open] = useState<{ room: string; start: number }>();
  const { there, day } = asked;
  const ready = asked.answer !== undefined;
  const scanning = useScanIn(kept.venue?.id, asked.again);
  const room = there?.rooms.find(({ id }) => id === opened?.room);
  const slot = room?.slots.find(({ start }) => start === opened?.start);
  const requests = there ? requestsOf(there) : [];
  const show = ({ room, slot }: { room: { id: string }; slot: { start: number } }) =>
    open({ room: room.id, start: slot.start });
  const said = sayDate(instantOf(day, '00:00'), Date.now());
  return (
    <Desk
      title={texts.title}
      heading={there ? texts.sentence(said, bookedOn(there)) : texts.title}
      note={ready ? kept.venue?.name : undefined}
      current="keptDay"
      top
      action={<ScanIn busy={scanning.busy} onPress={scanning.scanIn} />}
    >
      <VenuePick kept={kept} ready={ready} />
      <Notice refused={scanning.refused} onNext={scanning.clear} />
      <View {...spoken('status')}>{scanning.said ? <Card tone="done">{scanning.said}</Card> : null}</View>
      {kept.venues?.length === 0 ? null : <DayStrip days={days()} chosen={day} onChoose={asked.choose} />}
      <Notice refused={asked.refused} onNext={asked.again} />
      {requests.length > 0 ? (
        <Card heading={texts.pending(requests.length)} tone="waiting">
          {requests.map((request) => (
            <Row
              key={`${request.room.id} ${request.slot.start}`}
              title={`${saySlot(request.slot)} ${request.room.name}`}
              note={request.slot.places
                .filter(({ state }) => state === 'pending')
                .map(sayName)
                .join('、')}
              end="›"
              onPress={() => show(request)}
            />
          ))}
        </Card>
      ) : null}
      {!there ? (
        kept.venues?.length === 0 || asked.refused ? null : (
          <Skeleton lines={[100, 100, 100, 100]} />
        )
      ) : keptLines(there).length === 0 ? (
        <Empty text={texts.closedDay} note={texts.closedDayNote} />
      ) : wide ? (
        <KeptGrid day={there} onOpen={show} />
      ) : (
        <KeptList day={there} onOpen={show} />
      )}
      {there && room && slot ? (
        <KeptSheet
          room={room}
          slot={slot}
          day={there}
          onChanged={asked.again}
          onClose={() => open(undefined)}
        />
      ) : null}
    </Desk>
  );
}

export default forKeeper(KeptDayPage);
