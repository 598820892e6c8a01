import { isLate } from '@niangjia/shared/joining/board';
import { clockOf, type Instant, MINUTE, sayClock } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { press } from '../../ui/press.ts';
import { cell, columnHead, table, row as tableRow } from '../../ui/tableRoles.ts';
import { boardTexts as texts } from './board.text.ts';
import type { QueueRow } from './queueLines.ts';
import { sayEmployment } from './sayEmployment.ts';
import './WaitingCard.scss';

const MOST = 8;

/** Those who wait, longest first, in red after a while, and in words. */
export function WaitingCard({
  rows,
  further,
  lateAfter,
  now,
  onLook,
}: {
  rows: readonly QueueRow[];
  /** More wait than these. */
  further: boolean;
  lateAfter: number;
  now: Instant;
  /** Opens the queue; undefined for those who only read. */
  onLook: (() => void) | undefined;
}) {
  const rest = rows.length - MOST;
  return (
    <Card heading={texts.waiting}>
      <View className="small">{rows.length === 0 ? texts.nobody : texts.lateAfter(lateAfter / MINUTE)}</View>
      {rows.length === 0 ? null : (
        <View {...table(texts.table)}>
          <View className="waits-row waits-head" {...tableRow}>
            {texts.columns.map((name) => (
              <View key={name} className="waits-name" {...columnHead()}>
                {name}
              </View>
            ))}
          </View>
          {rows.slice(0, MOST).map((row) => {
            const late = isLate(row.submittedAt, now, lateAfter);
            return (
              <View key={row.id} className="waits-row" {...tableRow}>
                <View {...cell}>{row.name}</View>
                <View className="waits-work" {...cell}>
                  {sayEmployment(row.employment).what}
                </View>
                <View className="waits-since figures" {...cell}>
                  {clockOf(row.submittedAt)}
                </View>
                <View className={late ? 'waits-late figures' : 'figures'} {...cell}>
                  {sayClock(now - row.submittedAt)}
                  {late ? ` ${texts.late}` : ''}
                </View>
                <View className="waits-act" {...cell}>
                  {row.contested ? (
                    <Badge tone="waiting">{texts.contested}</Badge>
                  ) : onLook ? (
                    <View
                      className="desk-link"
                      {...press(onLook, { label: `${texts.look} ${row.name}`, role: 'link' })}
                    >
                      {texts.look}
                    </View>
                  ) : null}
                </View>
              </View>
            );
          })}
        </View>
      )}
      {further ? (
        <View className="small">{texts.furtherSome}</View>
      ) : rest > 0 ? (
        <View className="small">{texts.further(rest)}</View>
      ) : null}
    </Card>
  );
}
