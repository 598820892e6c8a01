import { clockOf } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { keepInAddress } from '../../keepInAddress.ts';
import { open, replaceWith } from '../../screens.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { press } from '../../ui/press.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, TableRow } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { cell } from '../../ui/tableRoles.ts';
import { useWide } from '../../ui/wide.ts';
import { useAnswer } from '../../useAnswer.ts';
import { loadDecidedToday, type QueueOf } from './loadQueue.ts';
import { outcomeTexts, queueTexts as texts } from './queue.text.ts';
import type { QueueRow } from './queueLines.ts';
import { sayWork } from './sayEmployment.ts';
import './DecidedToday.scss';

const tones = { approved: 'done', rejected: 'waiting', voided: 'plain' } as const;
type Decided = keyof typeof tones;
const outcomes = Object.keys(tones) as Decided[];
/** Rows on a phone at first, and with each 再看. */
const AT_ONCE = 20;

const outcomeOf = ({ status }: QueueRow) => outcomes.find((outcome) => outcome === status);
const sayOutcome = (row: QueueRow) => {
  const outcome = outcomeOf(row);
  return outcome ? outcomeTexts[outcome] : '';
};

const { decidedColumns: names } = texts;
const columns: readonly Column<QueueRow>[] = [
  { key: 'name', name: names.name, compare: (a, b) => byText(a.name, b.name) },
  { key: 'work', name: names.work, compare: (a, b) => byText(sayWork(a), sayWork(b)) },
  { key: 'idNumber', name: names.idNumber },
  { key: 'outcome', name: names.outcome, compare: (a, b) => byText(sayOutcome(a), sayOutcome(b)) },
  { key: 'at', name: names.at, compare: (a, b) => (a.decidedAt ?? 0) - (b.decidedAt ?? 0) },
  { key: 'by', name: names.by, compare: (a, b) => byText(a.decidedBy ?? '', b.decidedBy ?? '') },
  { key: 'acts', name: '', screenOnly: true },
];

function DecidedLine({ row, opens }: { row: QueueRow; opens: boolean }) {
  const outcome = outcomeOf(row);
  const openIt = () => open('case', { id: row.id });
  return (
    <TableRow onEnter={opens ? openIt : undefined}>
      <View className="decided-name" {...cell}>
        {row.name}
      </View>
      <View className="decided-work" {...cell}>
        {sayWork(row)}
      </View>
      <View className="decided-id figures" {...cell}>
        {row.idNumber}
      </View>
      <View className="decided-what" {...cell}>
        {outcome ? <Badge tone={tones[outcome]}>{outcomeTexts[outcome]}</Badge> : null}
      </View>
      <View className="decided-at figures" {...cell}>
        {row.decidedAt ? clockOf(row.decidedAt) : ''}
        {row.reachable ? null : <View className="small">{texts.unreachable}</View>}
      </View>
      <View className="decided-by" {...cell}>
        {row.decidedBy}
      </View>
      {opens ? (
        <View className="decided-open table-screen" {...cell}>
          <View
            className="desk-link"
            {...press(openIt, { label: `${texts.openShort} ${row.name}`, role: 'link' })}
          >
            {texts.openShort}
          </View>
        </View>
      ) : null}
    </TableRow>
  );
}

/** What was decided today, latest first, and by whom. */
export function DecidedToday({
  of,
  opens,
  onCount,
}: {
  of: QueueOf;
  /** Whether a case can be opened from here. */
  opens: boolean;
  onCount: (people: number) => void;
}) {
  const asked = useAnswer(() => loadDecidedToday(of, Date.now()), `${of.org} ${of.session}`);
  const given = useRouter().params.outcome;
  const [outcome, setOutcome] = useState(outcomes.find((one) => one === given));
  const order = useOrder(columns);
  const wide = useWide();
  const [most, setMost] = useState(AT_ONCE);
  const rows = asked.answer;
  useEffect(() => {
    if (rows) onCount(rows.length);
  }, [rows, onCount]);
  if (!rows) return asked.refused ? <Notice refused={asked.refused} onNext={asked.again} /> : <Skeleton />;
  if (rows.length === 0) {
    return (
      <Empty
        text={texts.noToday}
        note={texts.noTodayNote}
        next={texts.toSessions}
        onNext={() => replaceWith('sessions')}
      />
    );
  }
  const choose = (next: Decided | 'all') => {
    setOutcome(next === 'all' ? undefined : next);
    keepInAddress('outcome', next === 'all' ? '' : next);
  };
  const chosen = order.sorted(rows.filter((row) => !outcome || row.status === outcome));
  const shown = wide ? chosen : chosen.slice(0, most);
  const howMany = (one: Decided) => rows.filter(({ status }) => status === one).length;
  return (
    <>
      <View className="desk-filters">
        <Chips<Decided | 'all'>
          label={texts.outcome}
          choices={[
            { value: 'all', text: `${texts.all} ${rows.length}` },
            ...outcomes
              .filter((one) => one === outcome || howMany(one) > 0)
              .map((one) => ({ value: one, text: `${outcomeTexts[one]} ${howMany(one)}` })),
          ]}
          chosen={outcome ?? 'all'}
          onChoose={choose}
        />
      </View>
      {chosen.length === 0 ? (
        <Empty text={texts.noSuch} next={texts.all} onNext={() => choose('all')} />
      ) : (
        <Table
          label={texts.decidedTable}
          className="decided-table"
          columns={columns}
          order={order}
          list
          rest={false}
          keys={opens ? texts.decidedKeys : undefined}
        >
          {shown.map((row) => (
            <DecidedLine key={`${row.id} ${row.status}`} row={row} opens={opens} />
          ))}
        </Table>
      )}
      {chosen.length > shown.length ? (
        <Button kind="text" onPress={() => setMost(most + AT_ONCE)}>
          {texts.more(Math.min(AT_ONCE, chosen.length - shown.length))}
        </Button>
      ) : null}
    </>
  );
}
