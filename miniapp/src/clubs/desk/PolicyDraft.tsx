import { grades } from '@niangjia/shared/clubs/policy';
import { clubPolicyNames } from '@niangjia/shared/clubs/policyNames';
import { replacedFrom } from '@niangjia/shared/policyVersions';
import { clockOf, DAY, dayOf, instantOf } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { WhenField } from '../../ui/WhenField.tsx';
import { useDeed } from '../../useDeed.ts';
import { CostPreview } from './CostPreview.tsx';
import { GradeTable } from './GradeTable.tsx';
import { moneyApi } from './moneyApi.ts';
import { clubPolicyDoes, clubPolicyTexts as texts } from './policy.text.ts';
import { groups, type PlainField, sayNumber, unitOf } from './policyFields.ts';
import { useDraft } from './useDraft.ts';
import type { Version } from './versions.ts';

/** The next version: the table, the points, and every number with what it does; what it would have cost; from when. */
export function PolicyDraft({ org, latest, onDone }: { org: string; latest: Version; onDone: () => void }) {
  const draft = useDraft(latest);
  // One that is still to come is what is being put right.
  const [from, setFrom] = useState(() =>
    latest.effectiveFrom > Date.now()
      ? { day: dayOf(latest.effectiveFrom), clock: clockOf(latest.effectiveFrom) }
      : { day: dayOf(Date.now() + DAY), clock: '00:00' },
  );
  const deed = useDeed();
  const { typed, numbers, faults } = draft;
  const effectiveFrom = instantOf(from.day, from.clock);
  const replaces = replacedFrom([latest], effectiveFrom).length > 0;
  const [wrong] = Object.values(faults);
  const isSame = draft.isSame && effectiveFrom >= latest.effectiveFrom;
  const save = () =>
    void deed.run(async () => {
      await moneyApi.draftClubPolicy({ org, after: latest.version, effectiveFrom, numbers });
      onDone();
    });
  const plain = (field: PlainField) => (
    <View key={field}>
      <Field
        label={clubPolicyNames[field]}
        keyboard="number"
        longest={12}
        value={typed.plain[field]}
        onType={(value) => draft.setPlain(field, value)}
        end={unitOf(field)}
        hint={clubPolicyDoes[field]}
        error={faults[field]}
      />
      {numbers[field] === latest.numbers[field] ? null : (
        <View className="small rules-was">{texts.was(sayNumber(field, latest.numbers[field]))}</View>
      )}
    </View>
  );
  return (
    <View>
      <Card heading={texts.version(latest.version + 1)}>
        <GradeTable numbers={numbers} before={latest.numbers.table} onChange={draft.setCell} />
      </Card>
      <Card heading={texts.bands}>
        <View className="rules-fields rules-bands">
          {typed.bands.map((band, place) => (
            <Field
              // biome-ignore lint/suspicious/noArrayIndexKey: the sizes stay in their order
              key={place}
              label={texts.bandFrom(place + 1)}
              keyboard="number"
              longest={6}
              value={band}
              onType={(value) => draft.setBand(place, value)}
              end={texts.people}
              error={faults[`bands.${place}`]}
            />
          ))}
        </View>
        {faults.bands ? <View className="small rules-was">{texts.bandsWrong}</View> : null}
      </Card>
      <Card heading={texts.points}>
        <View className="rules-fields">
          {grades.map((grade) => (
            <Field
              key={grade}
              label={texts.grade(grade)}
              keyboard="number"
              longest={5}
              value={typed.points[grade]}
              onType={(value) => draft.setPoints(grade, value)}
              end={texts.score}
              error={faults[`points.${grade}`]}
            />
          ))}
        </View>
      </Card>
      {(['money', 'times', 'odd'] as const).map((group) => (
        <Card key={group} heading={texts[group]}>
          <View className="rules-plain">{groups[group].map(plain)}</View>
        </Card>
      ))}
      <CostPreview org={org} numbers={numbers} whyNot={wrong} />
      <Card heading={texts.from}>
        <View className="rules-when">
          <WhenField
            label={texts.day}
            kind="date"
            value={from.day}
            onChoose={(day) => setFrom({ ...from, day })}
          />
          <WhenField
            label={texts.clock}
            kind="time"
            value={from.clock}
            onChoose={(clock) => setFrom({ ...from, clock })}
          />
        </View>
        <View className="small">{texts.ahead}</View>
        {replaces ? <View className="small">{texts.replaces(latest.effectiveFrom)}</View> : null}
      </Card>
      <Notice refused={deed.refused} onNext={onDone} />
      <View className="club-acts">
        <Button small onPress={onDone}>
          {texts.cancel}
        </Button>
        <Button kind="main" small busy={deed.busy} whyNot={isSame ? texts.same : wrong} onPress={save}>
          {texts.save}
        </Button>
      </View>
    </View>
  );
}
