import type { ResponseOf } from '@niangjia/shared/contract';
import type { audit } from '@niangjia/shared/joining/auditContract';
import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { forAuditor } from '../../desk/forStaff.tsx';
import { TableRow } from '../../ui/Table.tsx';
import { byText, type Column } from '../../ui/tableOrder.ts';
import { cell } from '../../ui/tableRoles.ts';
import { auditTexts } from './audit.text.ts';
import { auditApi } from './auditApi.ts';
import { purposeNames, disclosuresTexts as texts } from './disclosures.text.ts';
import { MemberCell, Narrow, sayMember, sayStaff } from './Person.tsx';
import { Records } from './Records.tsx';
import type { Filters } from './useFilters.ts';
import './disclosures.scss';

type Answer = ResponseOf<typeof audit.listDisclosures>;
type Disclosure = Answer['disclosures'][number];

const { columns: names } = texts;
const columns: readonly Column<Disclosure>[] = [
  { key: 'at', name: names.at, compare: (a, b) => a.at - b.at },
  { key: 'member', name: names.member, compare: (a, b) => byText(sayMember(a.member), sayMember(b.member)) },
  {
    key: 'purpose',
    name: names.purpose,
    compare: (a, b) => byText(purposeNames[a.purpose], purposeNames[b.purpose]),
  },
  { key: 'by', name: names.by, compare: (a, b) => byText(sayStaff(a.by), sayStaff(b.by)) },
  { key: 'org', name: names.org, compare: (a, b) => byText(a.org.name, b.org.name) },
];

function DisclosureLine({
  disclosure: { member, purpose, by, role, office, org, at },
  now,
  narrow,
}: {
  disclosure: Disclosure;
  now: number;
  narrow: (to: Filters) => void;
}) {
  return (
    <TableRow>
      <View className="audit-at small figures" {...cell}>
        {sayTime(at, now)}
      </View>
      <View className="audit-member" {...cell}>
        <MemberCell member={member} onPress={() => narrow({ person: member.person })} />
      </View>
      <View className="audit-purpose" {...cell}>
        {purposeNames[purpose]}
      </View>
      <View className="audit-by" {...cell}>
        <Narrow text={sayStaff(by)} onPress={() => narrow({ by: by.id })} />
        <View className="small">{[auditTexts.roles[role], office].filter(Boolean).join(' · ')}</View>
      </View>
      <View className="audit-org small" {...cell}>
        <Narrow text={org.name} onPress={() => narrow({ node: org.id })} />
      </View>
    </TableRow>
  );
}

/** Who opened whose unmasked data in an auditor's area, and what for, latest first. */
export default forAuditor(({ homes }) => (
  <Records<Answer, Disclosure>
    homes={homes}
    current="disclosures"
    words={texts}
    kind={{ name: 'purpose', label: texts.purpose, all: texts.everyPurpose, choices: purposeNames }}
    columns={columns}
    className="disclosures-table"
    load={auditApi.listDisclosures}
    rowsOf={({ disclosures }) => disclosures}
    keyOf={({ at, member, by }) => `${at} ${member.person} ${by.id}`}
    whoOf={({ by }) => by}
    line={(disclosure, now, narrow) => <DisclosureLine disclosure={disclosure} now={now} narrow={narrow} />}
  />
));
