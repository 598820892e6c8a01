import { clockOf, type Instant, sayClock, sayTime } from '@niangjia/shared/time';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/Badge.tsx';
import { press } from '../../ui/press.ts';
import { TableRow } from '../../ui/Table.tsx';
import { Tick } from '../../ui/Tick.tsx';
import { cell } from '../../ui/tableRoles.ts';
import { useWide } from '../../ui/wide.ts';
import { outcomeTexts, queueTexts as texts } from './queue.text.ts';
import type { Outcome, QueueRow } from './queueLines.ts';
import { sayWork } from './sayEmployment.ts';
import './QueueLine.scss';

/** Who it is: three cells, the same for whoever waits and whoever is done with. */
function Who({ row, onPress }: { row: QueueRow; onPress?: (() => void) | undefined }) {
  return (
    <>
      <View className="queue-name" {...cell} {...press(onPress, { label: `${row.name} ${texts.choose}` })}>
        {row.name}
      </View>
      <View className="queue-work" {...cell}>
        {sayWork(row)}
      </View>
      <View className="queue-id figures" {...cell}>
        {row.idNumber}
        {row.helped ? (
          <>
            {' '}
            <Badge tone="plain">{texts.helped}</Badge>
          </>
        ) : null}
        {row.reachable ? null : <View className="small">{texts.unreachable}</View>}
      </View>
    </>
  );
}

/** Somebody who waits: a card on a phone, a row of the table at a desk. */
export function WaitingLine({
  row,
  now,
  late,
  chosen,
  seen,
  onChoose,
  onSeen,
  onOpen,
  acts,
  below,
}: {
  row: QueueRow;
  now: Instant;
  late: boolean;
  /** Whether this is the one being dealt with on a phone. */
  chosen: boolean;
  /** Whether the document was ticked as seen; undefined where nothing can be ticked. */
  seen: boolean | undefined;
  onChoose: () => void;
  onSeen: (on: boolean) => void;
  /** Opens the case; undefined for those who only read. */
  onOpen: (() => void) | undefined;
  /** The buttons, for whoever may decide. */
  acts: ReactNode;
  /** What opens below: a refusal, the form for sending back. */
  below: ReactNode;
}) {
  const wide = useWide();
  return (
    <TableRow
      tone={late ? 'marked' : undefined}
      onPress={onChoose}
      onEnter={onOpen}
      onSpace={seen === undefined ? undefined : () => onSeen(!seen)}
      below={below}
    >
      <View className={row.contested ? 'queue-mark queue-conflict' : 'queue-mark'} {...cell}>
        {row.contested ? (
          <View>
            <Badge tone="waiting">{texts.contested}</Badge>{' '}
            <Text className="small queue-word">{texts.contestedNote}</Text>
          </View>
        ) : null}
        {seen === undefined ? null : (
          <Tick on={seen} onTurn={onSeen}>
            {texts.seen}
          </Tick>
        )}
      </View>
      <Who row={row} onPress={chosen || wide ? undefined : onChoose} />
      <View className={late ? 'queue-wait queue-wait-late figures' : 'queue-wait figures'} {...cell}>
        {row.onSite ? (
          <>
            <Text className={late ? '' : 'queue-word'}>{late ? texts.waitedLong : texts.waited} </Text>
            <Text>{sayClock(now - row.submittedAt)}</Text>
          </>
        ) : (
          sayTime(row.submittedAt, now)
        )}
      </View>
      {acts ? (
        <View className="queue-acts table-screen" {...cell}>
          {acts}
        </View>
      ) : null}
    </TableRow>
  );
}

const tones = { approved: 'done', rejected: 'waiting', voided: 'plain', unknown: 'plain' } as const;

/** What is said of an outcome: `已通过`, `赵强 已退回`. */
function sayOutcome({ by, status, name }: Outcome): string {
  if (!status) return texts.gone;
  if (status === 'unknown') return texts.unknown;
  return by === 'me' ? outcomeTexts[status] : texts.byColleague(name) + outcomeTexts[status];
}

/** Somebody who has been decided while the queue was open. */
export function SettledLine({ row, outcome }: { row: QueueRow; outcome: Outcome }) {
  return (
    <TableRow tone="settled">
      <View className="queue-mark" {...cell}>
        <Badge tone={outcome.status ? tones[outcome.status] : 'plain'}>{sayOutcome(outcome)}</Badge>
      </View>
      <Who row={row} />
      <View className="queue-wait figures" {...cell}>
        {outcome.at ? clockOf(outcome.at) : ''}
      </View>
    </TableRow>
  );
}
