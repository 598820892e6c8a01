import { isLate } from '@niangjia/shared/joining/board';
import type { Instant } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { useWide } from '../../ui/wide.ts';
import { SettledLine, WaitingLine } from './QueueLine.tsx';
import { queueTexts as texts } from './queue.text.ts';
import type { Line, QueueRow } from './queueLines.ts';
import { RejectForm } from './RejectForm.tsx';
import { sayWork } from './sayEmployment.ts';
import type { Rulings } from './useRulings.ts';

/** Rows on a phone at first, and with each 再看. */
const AT_ONCE = 12;

/** Whether a document can be ticked as seen and the person approved with one tap: on site, and uncontested. */
export const inOneTap = (row: QueueRow) => row.onSite && !row.contested;
const openCase = (row: QueueRow) =>
  open('case', { id: row.id, ...(row.contested ? { purpose: 'settle' } : {}) });

function Acts({ row, rulings, onReject }: { row: QueueRow; rulings: Rulings; onReject: () => void }) {
  const { busy } = rulings.deed;
  const named = (what: string) => `${row.name} ${what}`;
  if (row.contested) {
    return (
      <Button kind="outline" label={named(texts.settle)} onPress={() => openCase(row)}>
        {texts.settle}
      </Button>
    );
  }
  return (
    <>
      <Button busy={busy} label={named(texts.reject)} onPress={onReject}>
        {texts.reject}
      </Button>
      {inOneTap(row) ? (
        <Button
          kind="main"
          busy={busy}
          label={named(texts.approve)}
          onPress={() => rulings.rule(row.id, { outcome: 'approved', evidence: 'seenAtDesk' })}
        >
          {texts.approve}
        </Button>
      ) : (
        <Button kind="main" label={named(texts.openShort)} onPress={() => openCase(row)}>
          {texts.openShort}
        </Button>
      )}
      {inOneTap(row) ? (
        <View className="queue-open">
          <Button kind="text" small label={named(texts.open)} onPress={() => openCase(row)}>
            {texts.open}
          </Button>
        </View>
      ) : null}
    </>
  );
}

/** Who is dealt with now: whoever was chosen, or once they are decided the next who waits, or the first. */
function nextInHand(lines: readonly Line[], chosen: string | undefined): string | undefined {
  const place = lines.findIndex(({ row }) => row.id === chosen);
  const waits = ({ outcome }: Line) => !outcome;
  return (lines.slice(Math.max(0, place)).find(waits) ?? lines.find(waits))?.row.id;
}

const { columns: names } = texts;
const columns: readonly Column<Line>[] = [
  { key: 'seen', name: names.seen },
  { key: 'name', name: names.name, compare: (a, b) => byText(a.row.name, b.row.name) },
  { key: 'work', name: names.work, compare: (a, b) => byText(sayWork(a.row), sayWork(b.row)) },
  { key: 'idNumber', name: names.idNumber },
  { key: 'wait', name: names.wait, compare: (a, b) => b.row.submittedAt - a.row.submittedAt },
  { key: 'acts', name: names.acts, screenOnly: true },
];
/** For those who only read: without what a reviewer ticks and presses. */
const toRead = columns
  .filter(({ key }) => key !== 'acts')
  .map((column) => (column.key === 'seen' ? { ...column, name: '' } : column));

/** Those who wait, one of them being dealt with; at a desk each row has its buttons. */
export function WaitingList({
  lines,
  further,
  now,
  lateAfter,
  rulings,
  ticks,
  onTick,
  onAgain,
}: {
  lines: readonly Line[];
  /** More wait than these. */
  further: boolean;
  now: Instant;
  lateAfter: number | undefined;
  /** Undefined for those who only read. */
  rulings: Rulings | undefined;
  ticks: ReadonlySet<string>;
  onTick: (id: string, on: boolean) => void;
  onAgain: () => void;
}) {
  const wide = useWide();
  const order = useOrder(columns);
  const [chosen, choose] = useState<string>();
  const [rejecting, reject] = useState<string>();
  const [most, setMost] = useState(AT_ONCE);
  const all = order.sorted(lines);
  // A desk has room for all of them, and so has paper.
  const shown = wide ? all : all.slice(0, most);
  const inHand = nextInHand(shown, chosen);
  return (
    <>
      <Table
        label={texts.table}
        className={rulings ? 'queue-table' : 'queue-table queue-read'}
        columns={rulings ? columns : toRead}
        order={order}
        rest={further}
        keys={rulings ? texts.keys : undefined}
      >
        {shown.map(({ row, outcome }) => {
          if (outcome) return <SettledLine key={row.id} row={row} outcome={outcome} />;
          const mine = rulings && row.id === inHand;
          const refused = rulings?.refusals.get(row.id);
          const step =
            refused?.code === 'CONTESTED'
              ? () => openCase(row)
              : refused?.code === 'CHANGED_SINCE'
                ? onAgain
                : rulings?.again;
          const sendingBack =
            rulings && rejecting === row.id ? (
              <RejectForm
                busy={rulings.deed.busy}
                onReject={(reason) => rulings.rule(row.id, { outcome: 'rejected', reason })}
                onCancel={() => reject(undefined)}
              />
            ) : null;
          return (
            <WaitingLine
              key={row.id}
              row={row}
              now={now}
              late={row.onSite && lateAfter !== undefined && isLate(row.submittedAt, now, lateAfter)}
              chosen={mine === true && !wide}
              seen={rulings && inOneTap(row) ? ticks.has(row.id) : undefined}
              onChoose={() => choose(row.id)}
              onSeen={(on) => onTick(row.id, on)}
              onOpen={rulings ? () => openCase(row) : undefined}
              acts={
                rulings && rejecting !== row.id && (wide || mine) ? (
                  <Acts
                    row={row}
                    rulings={rulings}
                    onReject={() => {
                      choose(row.id);
                      reject(row.id);
                    }}
                  />
                ) : null
              }
              below={
                sendingBack || refused ? (
                  <>
                    {sendingBack}
                    {refused ? <Notice refused={refused} {...(step ? { onNext: step } : {})} /> : null}
                  </>
                ) : null
              }
            />
          );
        })}
      </Table>
      {all.length > shown.length ? (
        <Button kind="text" onPress={() => setMost(most + AT_ONCE)}>
          {texts.more(Math.min(AT_ONCE, all.length - shown.length))}
        </Button>
      ) : null}
    </>
  );
}
