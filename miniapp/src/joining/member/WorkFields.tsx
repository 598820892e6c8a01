import { type Occupation, occupationGroups } from '@niangjia/shared/codes';
import { View } from '@tarojs/components';
import { Chips } from '../../ui/Chips.tsx';
import { Field, FieldFrame } from '../../ui/Field.tsx';
import type { FormValues } from '../draft.ts';
import { applyTexts as texts } from './apply.text.ts';
import type { Faults, FieldName } from './faults.ts';

type Work = NonNullable<FormValues['work']>;

const works: { value: Work; text: string }[] = [
  ...Object.entries(occupationGroups).map(([value, { name }]) => ({
    value: value as Occupation,
    text: name,
  })),
  { value: 'unit', text: texts.unitWorker },
];

/** What somebody works as and where: an occupation group with its platform, or a unit. */
export function WorkFields({
  values,
  faults,
  mark,
  onChange,
  onLeave,
}: {
  values: FormValues;
  faults: Faults;
  mark: string | undefined;
  onChange: (change: Partial<FormValues>) => void;
  onLeave: (name: FieldName) => void;
}) {
  return (
    <View>
      <FieldFrame label={texts.work} error={faults.work} mark={mark}>
        <Chips
          label={texts.work}
          choices={works}
          chosen={values.work}
          onChoose={(work) => onChange({ work })}
        />
      </FieldFrame>
      {values.work === 'unit' ? (
        <Field
          label={texts.unit}
          value={values.unit}
          onType={(unit) => onChange({ unit })}
          onLeave={() => onLeave('unit')}
          placeholder={texts.unitPlaceholder}
          longest={30}
          confirm="done"
          error={faults.unit}
        />
      ) : values.work ? (
        <Field
          label={texts.platform}
          value={values.platform}
          onType={(platform) => onChange({ platform })}
          onLeave={() => onLeave('platform')}
          placeholder={texts.platformPlaceholder}
          longest={30}
          confirm="done"
          error={faults.platform}
        />
      ) : null}
    </View>
  );
}
