import { faultsOf } from '@niangjia/shared/faults';
import { replacedFrom } from '@niangjia/shared/policyVersions';
import { refusalEntry } from '@niangjia/shared/refusal';
import { clockOf, DAY, dayOf, type Instant, instantOf } from '@niangjia/shared/time';
import {
  type PolicyField,
  PolicyNumbers,
  policyFields,
  policyUnits,
  whyNotTogether,
} from '@niangjia/shared/venues/policy';
import { policyNames } from '@niangjia/shared/venues/policyNames';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { WhenField } from '../../../ui/WhenField.tsx';
import { useDeed } from '../../../useDeed.ts';
import { numberOf } from './numberOf.ts';
import { policyDoes, policyTexts as texts, unitTexts } from './policy.text.ts';
import { inUnit, outOfUnit, sayNumber } from './policyNumbers.ts';
import { setUpApi } from './setUpApi.ts';

type Numbers = Readonly<Record<PolicyField, number>>;
type Typed = Readonly<Record<PolicyField, string>>;
const each = <T,>(of: (field: PolicyField) => T) =>
  Object.fromEntries(policyFields.map((field) => [field, of(field)])) as Record<PolicyField, T>;

/** The next version: every number with what it does, and from when. */
export function PolicyDraft({
  org,
  latest,
  onDone,
}: {
  org: string;
  latest: { readonly version: number; readonly effectiveFrom: Instant; readonly numbers: Numbers };
  onDone: () => void;
}) {
  const [typed, setTyped] = useState<Typed>(() =>
    each((field) => String(inUnit(field, latest.numbers[field]))),
  );
  // One that is still to come is what is being put right.
  const [from, setFrom] = useState(() =>
    latest.effectiveFrom > Date.now()
      ? { day: dayOf(latest.effectiveFrom), clock: clockOf(latest.effectiveFrom) }
      : { day: dayOf(Date.now() + DAY), clock: '00:00' },
  );
  const [tried, setTried] = useState(false);
  const deed = useDeed();
  const numbers = each((field) => outOfUnit(field, numberOf(typed[field])));
  const faults = tried ? faultsOf(PolicyNumbers, numbers) : {};
  const effectiveFrom = instantOf(from.day, from.clock);
  const replaces = replacedFrom([latest], effectiveFrom).length > 0;
  const isSame =
    effectiveFrom >= latest.effectiveFrom &&
    policyFields.every((field) => numbers[field] === latest.numbers[field]);
  const why = whyNotTogether(numbers);
  const whyNot = isSame ? texts.same : why && refusalEntry(why).text;
  const save = () => {
    if (Object.keys(faultsOf(PolicyNumbers, numbers)).length > 0) return setTried(true);
    void deed.run(async () => {
      await setUpApi.draftPolicy({ org, after: latest.version, effectiveFrom, numbers });
      onDone();
    });
  };
  return (
    <View>
      <Card heading={texts.version(latest.version + 1)}>
        <View className="set-pair">
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
      <View className="policy-draft">
        {policyFields.map((field) => (
          <Card key={field}>
            <Field
              label={policyNames[field]}
              keyboard="number"
              value={typed[field]}
              onType={(value) => setTyped((before) => ({ ...before, [field]: value }))}
              end={unitTexts[policyUnits[field]]}
              hint={policyDoes[field]}
              error={faults[field]}
            />
            {numbers[field] === latest.numbers[field] ? null : (
              <View className="small set-name">{texts.was(sayNumber(field, latest.numbers[field]))}</View>
            )}
          </Card>
        ))}
      </View>
      <Notice refused={deed.refused} onNext={onDone} />
      <View className="set-acts">
        <Button small onPress={onDone}>
          {texts.cancel}
        </Button>
        <Button kind="main" busy={deed.busy} whyNot={whyNot} onPress={save}>
          {texts.save}
        </Button>
      </View>
    </View>
  );
}
