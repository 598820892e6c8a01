import { clockOf, type Instant, SECOND } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayMetres } from '../../say.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Table, TableRow } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { cell } from '../../ui/tableRoles.ts';
import { useWide } from '../../ui/wide.ts';
import { activityTexts as texts } from './activity.text.ts';
import type { AttendeeRow } from './anomalies.ts';
import { clubDeskTexts } from './desk.text.ts';
import './Attendees.scss';

const { columns: names } = texts;
const columns: readonly Column<AttendeeRow>[] = [
  { key: 'name', name: names.name, compare: (a, b) => byText(a.name ?? '', b.name ?? '') },
  { key: 'at', name: names.at, compare: (a, b) => (a.cameAt ?? 0) - (b.cameAt ?? 0) },
  { key: 'where', name: names.where, compare: (a, b) => (b.metres ?? -1) - (a.metres ?? -1) },
  { key: 'was', name: names.was, compare: (a, b) => Number(a.was ?? 0.5) - Number(b.was ?? 0.5) },
  { key: 'counts', name: names.counts, compare: (a, b) => Number(a.counts) - Number(b.counts) },
  { key: 'acts', name: names.acts, screenOnly: true },
];

/** Rows on a phone at once. */
const AT_ONCE = 15;

/** To the second: many at once is something to look at. */
const sayCame = (at: Instant) => `${clockOf(at)}:${String(Math.floor(at / SECOND) % 60).padStart(2, '0')}`;
const sayWhere = ({ where, metres }: AttendeeRow) =>
  where === undefined
    ? ''
    : metres === undefined
      ? texts.where[where]
      : texts.metres(sayMetres(metres), texts.where[where]);
const sayWas = ({ was }: AttendeeRow) =>
  was === undefined ? texts.was.none : was ? texts.was.yes : texts.was.no;

function Counts({ row: { struck, counts } }: { row: AttendeeRow }) {
  if (struck) return <Badge tone="red">{texts.counts.struck}</Badge>;
  return counts ? <Badge tone="done">{texts.counts.yes}</Badge> : <Badge>{texts.counts.no}</Badge>;
}

/** Who checked in: when, how near, what they said the day after, and whether they count; a reviewer strikes out. */
export function Attendees({
  attendees,
  busy,
  onStrike,
}: {
  attendees: readonly AttendeeRow[];
  busy: boolean;
  /** Absent for who may not. */
  onStrike: ((row: AttendeeRow) => void) | undefined;
}) {
  const order = useOrder(columns);
  const wide = useWide();
  const [most, setMost] = useState(AT_ONCE);
  const came = attendees.filter(({ cameAt }) => cameAt !== undefined);
  const shown = wide ? came : order.sorted(came).slice(0, most);
  if (came.length === 0) return <View className="small club-said">{texts.nobody}</View>;
  return (
    <View>
      <View className="heading">{texts.attendees}</View>
      <View className="small club-said">{texts.attendeesNote(came.length)}</View>
      <Table
        label={texts.attendees}
        className={onStrike ? 'attendees' : 'attendees attendees-read'}
        columns={onStrike ? columns : columns.slice(0, -1)}
        order={order}
        rest={false}
        list
      >
        {order.sorted(shown).map((row) => {
          const name = row.name ?? clubDeskTexts.somebody;
          const act = row.struck ? texts.restore : texts.strike;
          return (
            <TableRow key={row.id} tone={row.counts ? undefined : 'settled'}>
              <View className="club-name" {...cell}>
                {name}
              </View>
              <View className="figures" {...cell}>
                {row.cameAt ? sayCame(row.cameAt) : ''}
              </View>
              <View className={row.where === 'far' ? 'attendee-odd figures' : 'figures'} {...cell}>
                {sayWhere(row)}
              </View>
              <View className={row.was === false ? 'attendee-odd' : ''} {...cell}>
                {sayWas(row)}
              </View>
              <View {...cell}>
                <Counts row={row} />
              </View>
              {onStrike ? (
                <View className="attendee-act table-screen" {...cell}>
                  <Button small busy={busy} label={`${name} ${act}`} onPress={() => onStrike(row)}>
                    {act}
                  </Button>
                </View>
              ) : null}
            </TableRow>
          );
        })}
      </Table>
      {shown.length < came.length ? (
        <Button kind="text" onPress={() => setMost(most + AT_ONCE)}>
          {texts.more}
        </Button>
      ) : null}
    </View>
  );
}
