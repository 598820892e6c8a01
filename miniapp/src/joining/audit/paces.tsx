import type { ResponseOf } from '@niangjia/shared/contract';
import type { audit } from '@niangjia/shared/joining/auditContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forAuditor } from '../../desk/forStaff.tsx';
import { More } from '../../desk/More.tsx';
import { useHome } from '../../desk/useHome.tsx';
import { open, replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table, TableRow } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { cell } from '../../ui/tableRoles.ts';
import { usePages } from '../../usePages.ts';
import { auditApi } from './auditApi.ts';
import { sayStaff } from './Person.tsx';
import { pacesTexts as texts } from './paces.text.ts';
import './paces.scss';

type Reviewer = ResponseOf<typeof audit.listPaces>['reviewers'][number];

const most = ({ stretches }: Reviewer) => Math.max(...stretches.map(({ people }) => people));
const { columns: names } = texts;
const columns: readonly Column<Reviewer>[] = [
  { key: 'day', name: names.day, compare: (a, b) => (a.day < b.day ? -1 : 1) },
  { key: 'by', name: names.by, compare: (a, b) => byText(sayStaff(a.by), sayStaff(b.by)) },
  { key: 'org', name: names.org },
  { key: 'stretches', name: names.stretches, compare: (a, b) => most(a) - most(b) },
  { key: 'approved', name: names.approved, compare: (a, b) => a.approved - b.approved },
  { key: 'acts', name: names.acts, screenOnly: true },
];

function PaceLine({
  reviewer: { by, day, orgs, approved, stretches },
  org,
}: {
  reviewer: Reviewer;
  org: string;
}) {
  const see = () =>
    open('decisions', { org, by: by.id, from: day, to: day, outcome: 'application.approved' });
  return (
    <TableRow tone="marked" onEnter={see}>
      <View className="pace-day figures" {...cell}>
        {texts.dayOf(day)}
      </View>
      <View className="pace-by" {...cell}>
        {sayStaff(by)}
      </View>
      <View className="pace-org small" {...cell}>
        {orgs.map(({ name }) => name).join('、')}
      </View>
      <View className="pace-stretches" {...cell}>
        {stretches.map(({ from, to, people, opened }) => (
          <View key={from}>
            <View className="figures">{texts.stretch(from, to, people)}</View>
            <View className="small">{texts.opened(opened)}</View>
          </View>
        ))}
      </View>
      <View className="pace-approved figures" {...cell}>
        {texts.approved(approved)}
      </View>
      <View className="table-screen pace-see" {...cell}>
        <Button small label={`${sayStaff(by)} ${texts.see}`} onPress={see}>
          {texts.see}
        </Button>
      </View>
    </TableRow>
  );
}

/** Reviewers of an auditor's area who approved faster than people can look, with the figures. */
function Paces({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const { home, choice } = useHome(homes);
  const list = usePages(
    (cursor) => auditApi.listPaces({ org: home.id, cursor }),
    ({ reviewers }) => reviewers,
    home.id,
  );
  const [now] = useState(Date.now);
  const order = useOrder(columns);
  const { rows, first } = list;
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence(rows?.length, list.rest)}
      note={first ? texts.rule(first.pace.people, first.pace.within) : undefined}
      current="paces"
      top
      printed={rows ? now : undefined}
    >
      {choice}
      <Notice refused={list.refused} onNext={list.again} />
      {!rows ? (
        list.refused ? null : (
          <Skeleton />
        )
      ) : rows.length === 0 && !list.rest ? (
        <Empty
          text={texts.none}
          note={texts.noneNote}
          next={texts.toDecisions}
          onNext={() => replaceWith('decisions')}
        />
      ) : rows.length === 0 ? null : (
        <Table
          label={texts.table}
          className="paces-table"
          columns={columns}
          order={order}
          rest={list.rest}
          keys={texts.keys}
        >
          {list.shown(order.sorted(rows)).map((reviewer) => (
            <PaceLine key={`${reviewer.by.id} ${reviewer.day}`} reviewer={reviewer} org={home.id} />
          ))}
        </Table>
      )}
      <More list={list} found={rows?.length} />
    </Desk>
  );
}

export default forAuditor(Paces);
