import { instantOf, sayDate } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forKeeper } from '../../desk/forStaff.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { choicesOf } from '../../ui/choicesOf.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { ExportBookings } from './ExportBookings.tsx';
import { HeatGrid } from './HeatGrid.tsx';
import { keeperApi } from './keeperApi.ts';
import {
  extremes,
  type Measure,
  sayCell,
  sayNumbers,
  sayShare,
  shareOf,
  totalOf,
  type UseCell,
} from './shares.ts';
import { usageTexts as texts } from './use.text.ts';
import { useKeptVenues } from './useKept.ts';
import { VenuePick } from './VenuePick.tsx';
import './KeptGrid.scss';

/** The fullest hour and the emptiest, in words; then all numbers of what is chosen. */
function Said({ cells, chosen }: { cells: readonly UseCell[]; chosen: UseCell | undefined }) {
  const found = extremes(cells);
  return (
    <Card>
      {found ? (
        <View>
          <View>{texts.busiest(sayCell(found.busiest), sayShare(shareOf(found.busiest, 'booked')))}</View>
          <View>{texts.quietest(sayCell(found.quietest), sayShare(shareOf(found.quietest, 'booked')))}</View>
        </View>
      ) : null}
      <View className="small kept-said">{`${texts.total}：${sayNumbers(totalOf(cells))}`}</View>
      <View className="figures" {...spoken('status')}>
        {chosen ? `${sayCell(chosen)}：${sayNumbers(chosen)}` : texts.touch}
      </View>
    </Card>
  );
}

/** How a house was used in the last four weeks, by weekday and hour; and its bookings as a spreadsheet. */
function UsePage({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const kept = useKeptVenues(homes);
  const venue = kept.venue?.id;
  const [room, chooseRoom] = useState('');
  const [measure, chooseMeasure] = useState<Measure>('booked');
  const [touched, touch] = useState<UseCell>();
  const key = `${venue} ${room}`;
  const asked = useAnswer(
    async () =>
      venue ? { of: key, ...(await keeperApi.getUse({ venue, room: room || undefined })) } : undefined,
    key,
  );
  const there = asked.answer;
  const ready = there !== undefined;
  const cells = there?.of === key ? there.cells : undefined;
  const day = (date: string) => sayDate(instantOf(date, '00:00'), Date.now());
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence}
      note={there ? `${kept.venue?.name}，${texts.since(day(there.from), day(there.until))}` : undefined}
      current="keptUse"
      top
    >
      <VenuePick kept={kept} ready={ready} />
      <Notice refused={asked.refused} onNext={asked.again} />
      {there ? (
        <Card>
          <Chips
            label={texts.room}
            choices={[
              { value: '', text: texts.all },
              ...there.rooms.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            chosen={room}
            onChoose={chooseRoom}
          />
          <View className="kept-number">
            <Chips
              label={texts.measure}
              choices={choicesOf(texts.measures)}
              chosen={measure}
              onChoose={chooseMeasure}
            />
          </View>
          <View className="small kept-said">{texts.ofWhat[measure]}</View>
        </Card>
      ) : null}
      {!cells ? (
        asked.refused || kept.venues?.length === 0 ? null : (
          <Skeleton lines={[100, 100, 100, 100]} />
        )
      ) : cells.length === 0 ? (
        <Empty text={texts.nothing} note={texts.nothingNote} />
      ) : (
        <View>
          <HeatGrid
            cells={cells}
            measure={measure}
            chosen={cells.find((cell) => cell === touched)}
            onChoose={touch}
          />
          <Said cells={cells} chosen={cells.find((cell) => cell === touched)} />
        </View>
      )}
      {kept.venue && ready ? <ExportBookings key={kept.venue.id} venue={kept.venue} /> : null}
    </Desk>
  );
}

export default forKeeper(UsePage);
