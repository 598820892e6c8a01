import { grades } from '@niangjia/shared/clubs/policy';
import { clubPolicyNames } from '@niangjia/shared/clubs/policyNames';
import { View } from '@tarojs/components';
import { Row } from '../../ui/Row.tsx';
import { GradeTable } from './GradeTable.tsx';
import { clubPolicyDoes, clubPolicyTexts as texts } from './policy.text.ts';
import { groups, type PlainField, sayNumber } from './policyFields.ts';
import type { Version } from './versions.ts';

function Group({
  heading,
  fields,
  version,
}: {
  heading: string;
  fields: readonly PlainField[];
  version: Version;
}) {
  return (
    <View className="rules-group">
      <View className="heading">{heading}</View>
      <View className="rules-numbers">
        {fields.map((field) => (
          <Row
            key={field}
            title={clubPolicyNames[field]}
            note={clubPolicyDoes[field]}
            end={<View className="figures rules-number">{sayNumber(field, version.numbers[field])}</View>}
          />
        ))}
      </View>
    </View>
  );
}

/** All of a version: the table, what each grade is worth, money, times, and what is looked into. */
export function PolicyNumbers({ version }: { version: Version }) {
  const { numbers } = version;
  return (
    <View>
      <View className="heading">{texts.table}</View>
      <GradeTable numbers={numbers} />
      <View className="rules-group">
        <View className="heading">{texts.points}</View>
        <View className="rules-points figures">
          {grades.map((grade) => (
            <View key={grade} className="rules-point">
              <View className="small">{texts.grade(grade)}</View>
              <View className="club-name">{texts.pointsOf(numbers.points[grade])}</View>
            </View>
          ))}
        </View>
      </View>
      <Group heading={texts.money} fields={groups.money} version={version} />
      <Group heading={texts.times} fields={groups.times} version={version} />
      <Group heading={texts.odd} fields={groups.odd} version={version} />
    </View>
  );
}
