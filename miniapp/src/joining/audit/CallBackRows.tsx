import type { ResponseOf } from '@niangjia/shared/contract';
import type { audit } from '@niangjia/shared/joining/auditContract';
import { type Instant, sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Table, TableRow } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { cell } from '../../ui/tableRoles.ts';
import { callBacksTexts } from './callBacks.text.ts';
import { MemberCell, sayMember, sayStaff } from './Person.tsx';
import './CallBackRows.scss';

/** What every list of call-backs says of one: whom, where, and whose approval it is about. */
export type Approval = Pick<
  ResponseOf<typeof audit.listCallBacks>['callBacks'][number],
  'id' | 'member' | 'org' | 'approvedBy' | 'approvedAt'
>;

export const sayApproved = (
  { approvedBy, approvedAt }: Pick<Approval, 'approvedBy' | 'approvedAt'>,
  now: Instant,
) => callBacksTexts.approved(sayStaff(approvedBy), sayTime(approvedAt, now));

/** Members who were or will be called, masked; at the end what each list has of its own. */
export function CallBackRows<Row extends Approval>({
  label,
  names,
  rows,
  rest,
  keys,
  now,
  state,
  acts,
  onEnter,
}: {
  label: string;
  names: Readonly<Record<'member' | 'org' | 'approved' | 'state', string>>;
  rows: readonly Row[];
  rest: boolean;
  keys?: string | undefined;
  now: Instant;
  state: (row: Row) => ReactNode;
  acts?: ((row: Row) => ReactNode) | undefined;
  onEnter?: ((row: Row) => void) | undefined;
}) {
  const columns: readonly Column<Row>[] = [
    {
      key: 'member',
      name: names.member,
      compare: (a, b) => byText(sayMember(a.member), sayMember(b.member)),
    },
    { key: 'org', name: names.org, compare: (a, b) => byText(a.org.name, b.org.name) },
    { key: 'approved', name: names.approved, compare: (a, b) => a.approvedAt - b.approvedAt },
    { key: 'state', name: names.state },
    { key: 'acts', name: '', screenOnly: true },
  ];
  const order = useOrder(columns);
  return (
    <Table
      label={label}
      className={acts ? 'callbacks-table' : 'callbacks-table callbacks-read'}
      columns={acts ? columns : columns.slice(0, -1)}
      order={order}
      rest={rest}
      keys={keys}
    >
      {order.sorted(rows).map((row) => (
        <TableRow key={row.id} onEnter={onEnter ? () => onEnter(row) : undefined}>
          <View className="callback-member" {...cell}>
            <MemberCell member={row.member} />
          </View>
          <View className="callback-org small" {...cell}>
            {row.org.name}
          </View>
          <View className="callback-approved small figures" {...cell}>
            {sayApproved(row, now)}
          </View>
          <View className="callback-state" {...cell}>
            {state(row)}
          </View>
          {acts ? (
            <View className="callback-acts table-screen" {...cell}>
              {acts(row)}
            </View>
          ) : null}
        </TableRow>
      ))}
    </Table>
  );
}
