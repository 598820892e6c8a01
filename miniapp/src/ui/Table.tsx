import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { press } from './press.ts';
import type { Column, Order } from './tableOrder.ts';
import { columnHead, row as rowRole, table, unread } from './tableRoles.ts';
import { uiTexts } from './ui.text.ts';
import { useRowKeys } from './useRowKeys.ts';
import { useWide } from './wide.ts';
import './Table.scss';

function Head<Row>({ column, order }: { column: Column<Row>; order: Order<Row> }) {
  const { key, name, compare, screenOnly } = column;
  const classes = screenOnly ? 'table-name table-screen' : 'table-name';
  if (!compare) {
    return (
      <View className={classes} {...columnHead()}>
        {name}
      </View>
    );
  }
  const here = order.by === key;
  const way = here ? (order.down ? 'descending' : 'ascending') : 'none';
  return (
    <View className={classes} {...columnHead(way)}>
      <View
        className={here ? 'table-sort table-sorted' : 'table-sort'}
        {...press(() => order.turn(key), { label: name })}
      >
        {name}
        <View className="table-arrow" {...unread}>
          {here ? (order.down ? '↓' : '↑') : '↕'}
        </View>
      </View>
    </View>
  );
}

/**
 * A list of the staff: on a phone its rows are cards (or lines of one card, as a `list`), at a desk and on
 * paper a table. A press on a column's head puts the rows in its order; j, k and the arrows go from row to row.
 */
export function Table<Row>({
  label,
  columns,
  order,
  className,
  list = false,
  rest,
  keys,
  children,
}: {
  /** What is in it, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  order: Order<Row>;
  /** Says where the cells of its rows stand. */
  className: string;
  /** Short rows, which share one card on a phone. */
  list?: boolean;
  /** Whether more rows are behind those that were read: an order by a column is then one of these only. */
  rest: boolean;
  /** What keys do on a row, in words. */
  keys?: string | undefined;
  /** Its rows, in this order. */
  children: ReactNode;
}) {
  const wide = useWide();
  const id = useRowKeys();
  const kind = list ? 'table table-list' : 'table';
  return (
    <>
      {wide && keys ? <View className="small table-said">{keys}</View> : null}
      {order.by && rest ? <View className="small table-said">{uiTexts.sortedSome}</View> : null}
      <View className={`${kind} ${className}`} id={id} {...table(label)}>
        {wide ? (
          <View className="table-row table-head" {...rowRole}>
            {columns.map((column) => (
              <Head key={column.key} column={column} order={order} />
            ))}
          </View>
        ) : null}
        {children}
      </View>
    </>
  );
}

/** Answers keys that are pressed while the row itself has the focus, not something in it. */
function rowKeys(onEnter: (() => void) | undefined, onSpace: (() => void) | undefined) {
  if (process.env.TARO_ENV === 'weapp' || !(onEnter || onSpace)) return {};
  return {
    tabIndex: -1,
    onKeyDown: (event: {
      key?: string;
      target?: unknown;
      currentTarget?: unknown;
      preventDefault?: () => void;
    }) => {
      const act = event.key === 'Enter' ? onEnter : event.key === ' ' ? onSpace : undefined;
      if (!act || event.target !== event.currentTarget) return;
      event.preventDefault?.();
      act();
    },
  };
}

/** One row of it. */
export function TableRow({
  tone,
  onEnter,
  onSpace,
  onPress,
  below,
  children,
}: {
  /** `marked` for what is late or on now, `settled` for what is done with. */
  tone?: 'marked' | 'settled' | undefined;
  /** What Enter and the space bar do; a row without either is passed over by the keys. */
  onEnter?: (() => void) | undefined;
  onSpace?: (() => void) | undefined;
  /** A tap anywhere on it; what can be done with it has buttons of its own. */
  onPress?: (() => void) | undefined;
  /** What opens under the row: a refusal, a form. */
  below?: ReactNode;
  children: ReactNode;
}) {
  return (
    <View
      className={tone ? `table-row table-${tone}` : 'table-row'}
      {...rowRole}
      {...rowKeys(onEnter, onSpace)}
      {...(onPress ? { onClick: onPress } : {})}
    >
      {children}
      {below ? <View className="table-below">{below}</View> : null}
    </View>
  );
}
