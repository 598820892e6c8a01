import { clockOf } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { open, replaceWith } from '../../screens.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { press } from '../../ui/press.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { loadDecidedToday, type QueueOf } from './loadQueue.ts';
import { outcomeTexts, queueTexts as texts } from './queue.text.ts';
import type { QueueRow } from './queueLines.ts';
import { sayEmployment } from './sayEmployment.ts';
import { cell, columnHead, table, row as tableRow } from './table.ts';
import './DecidedToday.scss';

const tones = { approved: 'done', rejected: 'waiting', voided: 'plain' } as const;
const AT_FIRST = 20;

function DecidedLine({ row, opens }: { row: QueueRow; opens: boolean }) {
  const { what, where } = sayEmployment(row.employment);
  const status = row.status === 'submitted' || row.status === 'withdrawn' ? undefined : row.status;
  return (
    <View className="decided-line" {...tableRow}>
      <View className="decided-name" {...cell}>
        {row.name}
      </View>
      <View className="decided-work" {...cell}>
        {what} · {where}
      </View>
      <View className="decided-id figures" {...cell}>
        {row.idNumber}
      </View>
      <View className="decided-what figures" {...cell}>
        {status ? <Badge tone={tones[status]}>{outcomeTexts[status]}</Badge> : null}{' '}
        {row.decidedAt ? clockOf(row.decidedAt) : ''}
      </View>
      {opens ? (
        <View className="decided-open" {...cell}>
          <View
            className="desk-link"
            {...press(() => open('case', { id: row.id }), {
              label: `${texts.openShort} ${row.name}`,
              role: 'link',
            })}
          >
            {texts.openShort}
          </View>
        </View>
      ) : null}
    </View>
  );
}

/** What was decided today, latest first. */
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
  const rows = asked.answer;
  const [shown, setShown] = useState(AT_FIRST);
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
  return (
    <Card>
      <View {...table(texts.decidedTable)}>
        <View className="decided-line decided-head" {...tableRow}>
          {texts.decidedColumns.map((name) => (
            <View key={name} {...columnHead}>
              {name}
            </View>
          ))}
        </View>
        {rows.slice(0, shown).map((row) => (
          <DecidedLine key={`${row.id} ${row.status}`} row={row} opens={opens} />
        ))}
      </View>
      {rows.length > shown ? (
        <Button kind="text" onPress={() => setShown(shown + AT_FIRST)}>
          {texts.more(Math.min(AT_FIRST, rows.length - shown))}
        </Button>
      ) : null}
    </Card>
  );
}
