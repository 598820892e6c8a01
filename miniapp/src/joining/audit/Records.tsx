import type { Purpose, Searched } from '@niangjia/shared/audit/record';
import { Fragment, type ReactNode, useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { DeskPage, OrgChoice } from '../../desk/duty.ts';
import { More } from '../../desk/More.tsx';
import { useHome } from '../../desk/useHome.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table } from '../../ui/Table.tsx';
import { type Column, useOrder } from '../../ui/tableOrder.ts';
import { usePages } from '../../usePages.ts';
import { auditTexts as texts } from './audit.text.ts';
import { Filters } from './Filters.tsx';
import { type Member, type StaffMember, sayMember, sayStaff } from './Person.tsx';
import { type Filters as Narrowed, useFilters } from './useFilters.ts';

interface Asked {
  readonly org: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: string | undefined;
  readonly person?: string | undefined;
  readonly cardNumber?: string | undefined;
  readonly outcome?: Searched | undefined;
  readonly purpose?: Purpose | undefined;
  readonly cursor?: string | undefined;
}

/** A list of records of an auditor's area, latest first, with what it can be narrowed to. */
export function Records<
  Answer extends { readonly org: OrgChoice; readonly cursor?: string | undefined },
  Row extends { readonly member: Member },
>({
  homes,
  current,
  words,
  kind,
  columns,
  className,
  load,
  rowsOf,
  keyOf,
  whoOf,
  line,
}: {
  homes: readonly [OrgChoice, ...OrgChoice[]];
  current: DeskPage;
  words: { readonly title: string; readonly sentence: string; readonly table: string };
  kind: Parameters<typeof Filters>[0]['kind'];
  columns: readonly Column<Row>[];
  className: string;
  load: (asked: Asked) => Promise<Answer>;
  rowsOf: (answer: Answer) => readonly Row[];
  keyOf: (row: Row) => string;
  /** Whose act a row is. */
  whoOf: (row: Row) => StaffMember | undefined;
  line: (row: Row, now: number, narrow: (to: Narrowed) => void) => ReactNode;
}) {
  const { home, choice } = useHome(homes);
  const narrowing = useFilters();
  const { filters, narrow, clear } = narrowing;
  const [cardNumber, setCard] = useState<string>();
  const [now] = useState(Date.now);
  const { node, outcome, purpose, ...search } = filters;
  const of: Asked = {
    ...search,
    org: node ?? home.id,
    cardNumber,
    ...(kind.name === 'outcome'
      ? { outcome: outcome as Searched | undefined }
      : { purpose: purpose as Purpose | undefined }),
  };
  const said = filters[kind.name];
  const list = usePages((cursor) => load({ ...of, cursor }), rowsOf, JSON.stringify(of));
  const order = useOrder(columns);
  const { rows, first } = list;
  const sorted = rows && order.sorted(rows);
  const who = rows?.map(whoOf).find((one) => one?.id === filters.by);
  const whom = rows?.find(({ member }) => member.person === filters.person)?.member;
  const narrowed = cardNumber !== undefined || Object.values(filters).some(Boolean);
  return (
    <Desk
      title={words.title}
      heading={words.sentence}
      note={[first?.org.name ?? home.name, texts.days(filters.from, filters.to), said && kind.choices[said]]
        .filter(Boolean)
        .join(' · ')}
      current={current}
      top
      printed={rows ? now : undefined}
    >
      {choice}
      <Filters
        home={home}
        org={first?.org ?? (node ? { id: node, name: '' } : home)}
        narrowing={narrowing}
        kind={kind}
        people={{
          by: filters.by && (who ? sayStaff(who) : texts.thisStaff),
          person: filters.person && (whom ? sayMember(whom) : texts.thisMember),
        }}
        onCard={setCard}
        now={now}
      />
      <Notice refused={list.refused} onNext={list.again} />
      {!sorted ? (
        list.refused ? null : (
          <Skeleton />
        )
      ) : sorted.length === 0 && !list.rest ? (
        narrowed ? (
          <Empty
            text={texts.noneHere}
            note={texts.noneNote}
            next={texts.clear}
            onNext={() => {
              setCard(undefined);
              clear();
            }}
          />
        ) : (
          <Empty text={texts.noneEver} />
        )
      ) : sorted.length === 0 ? null : (
        <Table
          label={words.table}
          className={className}
          columns={columns}
          order={order}
          rest={list.rest}
          keys={texts.keys}
        >
          {list.shown(sorted).map((row) => (
            <Fragment key={keyOf(row)}>{line(row, now, narrow)}</Fragment>
          ))}
        </Table>
      )}
      <More list={list} found={sorted?.length} />
    </Desk>
  );
}
