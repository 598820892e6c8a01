import type { ResponseOf } from '@niangjia/shared/contract';
import type { audit } from '@niangjia/shared/joining/auditContract';
import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { forAuditor } from '../../desk/forStaff.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { TableRow } from '../../ui/Table.tsx';
import { byText, type Column } from '../../ui/tableOrder.ts';
import { cell } from '../../ui/tableRoles.ts';
import { auditTexts } from './audit.text.ts';
import { auditApi } from './auditApi.ts';
import { outcomeNames, decisionsTexts as texts } from './decisions.text.ts';
import { MemberCell, Narrow, sayMember, sayStaff } from './Person.tsx';
import { Records } from './Records.tsx';
import { type Decision, sayOutcome, saySteps, sayWhy, toneOf } from './sayDecision.ts';
import './decisions.scss';

const sayBy = ({ by, to }: Decision) => (by ? sayStaff(by) : to === 'forgotten' ? texts.byItself : texts.own);

const { columns: names } = texts;
const columns: readonly Column<Decision>[] = [
  { key: 'at', name: names.at, compare: (a, b) => a.at - b.at },
  { key: 'member', name: names.member, compare: (a, b) => byText(sayMember(a.member), sayMember(b.member)) },
  { key: 'what', name: names.what, compare: (a, b) => byText(sayOutcome(a), sayOutcome(b)) },
  { key: 'why', name: names.why },
  { key: 'by', name: names.by, compare: (a, b) => byText(sayBy(a), sayBy(b)) },
  { key: 'org', name: names.org, compare: (a, b) => byText(a.org.name, b.org.name) },
];

function DecisionLine({
  decision,
  now,
  narrow,
}: {
  decision: Decision;
  now: number;
  narrow: (to: { by?: string; person?: string; node?: string }) => void;
}) {
  const { member, by, role, authority, org, at } = decision;
  return (
    <TableRow>
      <View className="audit-at small figures" {...cell}>
        {sayTime(at, now)}
      </View>
      <View className="audit-member" {...cell}>
        {decision.thing ?? <MemberCell member={member} onPress={() => narrow({ person: member.person })} />}
      </View>
      <View className="audit-what" {...cell}>
        <Badge tone={toneOf(decision)}>{sayOutcome(decision)}</Badge>
        <View className="small">{saySteps(decision)}</View>
      </View>
      <View className="audit-why small" {...cell}>
        {sayWhy(decision).join('；')}
      </View>
      <View className="audit-by" {...cell}>
        <Narrow text={sayBy(decision)} onPress={by ? () => narrow({ by: by.id }) : undefined} />
        {role ? <View className="small">{auditTexts.roles[role]}</View> : null}
        {authority ? <View className="small audit-authority">{authority}</View> : null}
      </View>
      <View className="audit-org small" {...cell}>
        <Narrow text={org.name} onPress={() => narrow({ node: org.id })} />
      </View>
    </TableRow>
  );
}

type Answer = ResponseOf<typeof audit.listDecisions>;

/** What was decided in an auditor's area, latest first, and by whom. */
export default forAuditor(({ homes }) => (
  <Records<Answer, Decision>
    homes={homes}
    current="decisions"
    words={texts}
    kind={{
      name: 'outcome',
      label: texts.outcome,
      all: texts.everyOutcome,
      choices: outcomeNames,
    }}
    columns={columns}
    className="decisions-table"
    load={auditApi.listDecisions}
    rowsOf={({ decisions }) => decisions}
    keyOf={({ at, member, kind, to }) => `${at} ${member.person} ${kind} ${to}`}
    whoOf={({ by }) => by}
    line={(decision, now, narrow) => <DecisionLine decision={decision} now={now} narrow={narrow} />}
  />
));
