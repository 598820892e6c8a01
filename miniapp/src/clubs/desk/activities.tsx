import type { clubDesk } from '@niangjia/shared/clubs/deskContract';
import type { ResponseOf } from '@niangjia/shared/contract';
import { type Instant, sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forClubs } from '../../desk/forStaff.tsx';
import { More } from '../../desk/More.tsx';
import { useHome } from '../../desk/useHome.tsx';
import { keepInAddress } from '../../keepInAddress.ts';
import { open } from '../../screens.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, TableRow } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { cell } from '../../ui/tableRoles.ts';
import { usePages } from '../../usePages.ts';
import { natureNames } from '../names.text.ts';
import { activitiesTexts as texts } from './activities.text.ts';
import { clubDeskTexts } from './desk.text.ts';
import { deskApi } from './deskApi.ts';
import './activities.scss';
import './desk.scss';

type Row = ResponseOf<typeof clubDesk.listKeptActivities>['activities'][number];
type Waiting = keyof typeof texts.lists;

const people = ({ headcount, expected }: Row) => headcount ?? expected;
const { columns: names } = texts;
const columns: readonly Column<Row>[] = [
  { key: 'title', name: names.title, compare: (a, b) => byText(a.title, b.title) },
  { key: 'club', name: names.club, compare: (a, b) => byText(a.club.name, b.club.name) },
  { key: 'when', name: names.when, compare: (a, b) => a.start - b.start },
  { key: 'nature', name: names.nature, compare: (a, b) => byText(a.nature, b.nature) },
  { key: 'people', name: names.people, compare: (a, b) => people(a) - people(b) },
  { key: 'odd', name: names.odd, compare: (a, b) => a.odd - b.odd },
  { key: 'since', name: names.since, compare: (a, b) => b.since - a.since },
  { key: 'acts', name: '', screenOnly: true },
];

function Odd({ row: { headcount, odd, settled, proposed } }: { row: Row }) {
  if (proposed) return <Badge tone="waiting">{texts.proposed}</Badge>;
  if (odd > 0) {
    return settled ? <Badge>{texts.settled}</Badge> : <Badge tone="red">{texts.odd(odd)}</Badge>;
  }
  return headcount === undefined ? null : <View className="small">{texts.plain}</View>;
}

function ActivityLine({ row, now }: { row: Row; now: Instant }) {
  const { id, title, place, club, union, start, nature, headcount, expected, since } = row;
  const see = () => open('keptActivity', { activity: id });
  return (
    <TableRow onEnter={see}>
      <View className="kept-activity-title" {...cell}>
        <View className="club-name">{title}</View>
        <View className="small">{place}</View>
      </View>
      <View className="kept-activity-club" {...cell}>
        {club.name}
        <View className="small">{union}</View>
      </View>
      <View className="kept-activity-when figures" {...cell}>
        {sayTime(start, now)}
      </View>
      <View {...cell}>{natureNames[nature]}</View>
      <View className="figures" {...cell}>
        {headcount === undefined ? texts.expected(expected) : texts.counted(headcount)}
      </View>
      <View {...cell}>
        <Odd row={row} />
      </View>
      <View className="small figures" {...cell}>
        {texts.waited(clubDeskTexts.waited(now - since))}
      </View>
      <View className="kept-activity-see table-screen" {...cell}>
        <Button small label={`${title} ${texts.see}`} onPress={see}>
          {texts.see}
        </Button>
      </View>
    </TableRow>
  );
}

/** One of the two lists, read page after page. */
const useList = (org: string, waiting: Waiting) =>
  usePages(
    (cursor) => deskApi.listKeptActivities({ org, waiting, cursor }),
    ({ activities }) => activities,
    `${org} ${waiting}`,
  );

/** Activities that wait: to be agreed to, or to be graded; what is odd in them before one opens them. */
function Activities({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const { home, choice } = useHome(homes);
  const [wanted, want] = useState(useRouter().params.waiting);
  const lists = { declared: useList(home.id, 'declared'), counted: useList(home.id, 'counted') };
  const [now] = useState(Date.now);
  const order = useOrder(columns);
  useDidShow(() => {
    for (const list of Object.values(lists)) if (list.first) list.again();
  });
  // Who did not say goes where there is something to do.
  const empty = lists.declared.rows?.length === 0 && !lists.declared.rest;
  const waiting: Waiting =
    wanted === 'declared' || wanted === 'counted'
      ? wanted
      : empty && lists.counted.rows?.length
        ? 'counted'
        : 'declared';
  const choose = (next: Waiting) => {
    want(next);
    keepInAddress('waiting', next);
  };
  const list = lists[waiting];
  const { rows, rest } = list;
  const other = waiting === 'declared' ? 'counted' : 'declared';
  return (
    <Desk
      title={texts.title}
      heading={texts.sentences[waiting](rows?.length, rest)}
      note={home.name}
      current="keptActivities"
      top
      printed={rows ? now : undefined}
    >
      {choice}
      <View className="desk-filters">
        <Chips
          label={clubDeskTexts.list}
          choices={(['declared', 'counted'] as const).map((value) => ({
            value,
            text: clubDeskTexts.count(texts.lists[value], lists[value].rows?.length, lists[value].rest),
          }))}
          chosen={waiting}
          onChoose={choose}
        />
      </View>
      <Notice refused={list.refused} onNext={list.again} />
      {!rows ? (
        list.refused ? null : (
          <Skeleton />
        )
      ) : rows.length === 0 && !rest ? (
        <Empty
          text={texts.none[waiting]}
          note={texts.noneNote[waiting]}
          next={texts.toOther[waiting]}
          onNext={() => choose(other)}
        />
      ) : rows.length === 0 ? null : (
        <Table
          label={texts.table}
          className="kept-activities"
          columns={columns}
          order={order}
          rest={rest}
          keys={clubDeskTexts.keys}
        >
          {list.shown(order.sorted(rows)).map((row) => (
            <ActivityLine key={row.id} row={row} now={now} />
          ))}
        </Table>
      )}
      <More list={list} found={rows?.length} />
    </Desk>
  );
}

export default forClubs(['clubReviewer', 'finance', 'auditor'], Activities);
