import { clockOf, type Instant, sayClock, sayTime } from '@niangjia/shared/time';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/Badge.tsx';
import { press } from '../../ui/press.ts';
import { Tick } from '../../ui/Tick.tsx';
import { outcomeTexts, queueTexts as texts } from './queue.text.ts';
import type { Outcome, QueueRow } from './queueLines.ts';
import { sayEmployment } from './sayEmployment.ts';
import { cell, row as tableRow } from './table.ts';
import './QueueLine.scss';

function Who({ row, onPress }: { row: QueueRow; onPress?: (() => void) | undefined }) {
  const { what, where } = sayEmployment(row.employment);
  return (
    <>
      <View className="queue-name" {...cell} {...press(onPress, { label: `${row.name} ${texts.choose}` })}>
        {row.name}
      </View>
      <View className="queue-work" {...cell}>
        {what} · {where}
      </View>
      <View className="queue-id figures" {...cell}>
        {row.idNumber}
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
  acts,
  children,
}: {
  row: QueueRow;
  now: Instant;
  late: boolean;
  /** Whether this is the one being dealt with. */
  chosen: boolean;
  /** Whether the document was ticked as seen; undefined where nothing can be ticked. */
  seen: boolean | undefined;
  onChoose: () => void;
  onSeen: (on: boolean) => void;
  /** The buttons, for whoever may decide. */
  acts: ReactNode;
  /** What opens below: a refusal, the form for sending back. */
  children?: ReactNode;
}) {
  const classes = ['queue-line', late ? 'queue-late' : '', chosen ? 'queue-chosen' : ''];
  return (
    <View className={classes.filter(Boolean).join(' ')} {...tableRow} onClick={onChoose}>
      <Who row={row} onPress={chosen ? undefined : onChoose} />
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
      {acts ? (
        <View className="queue-acts" {...cell}>
          {acts}
        </View>
      ) : null}
      {children ? <View className="queue-below">{children}</View> : null}
    </View>
  );
}

const tones = { approved: 'done', rejected: 'waiting', voided: 'plain', unknown: 'plain' } as const;

/** What is said of an outcome: `已通过`, `同事已退回`. */
function sayOutcome({ by, status }: Outcome): string {
  if (!status) return texts.gone;
  if (status === 'unknown') return texts.unknown;
  return by === 'me' ? outcomeTexts[status] : texts.byColleague + outcomeTexts[status];
}

/** Somebody who has been decided while the queue was open. */
export function SettledLine({ row, outcome }: { row: QueueRow; outcome: Outcome }) {
  return (
    <View className="queue-line queue-settled" {...tableRow}>
      <Who row={row} />
      <View className="queue-wait figures" {...cell}>
        {outcome.at ? clockOf(outcome.at) : ''}
      </View>
      <View className="queue-mark" {...cell}>
        <Badge tone={outcome.status ? tones[outcome.status] : 'plain'}>{sayOutcome(outcome)}</Badge>
      </View>
    </View>
  );
}
