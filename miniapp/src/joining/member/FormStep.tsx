import { educations, ethnicities, politicalStatuses } from '@niangjia/shared/codes';
import { formFields, type MendableField } from '@niangjia/shared/joining/form';
import { ageOf, idNumberFacts } from '@niangjia/shared/joining/idNumber';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { type ReactNode, useEffect, useState } from 'react';
import type { Refused } from '../../api/refused.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { choicesOf } from '../../ui/choicesOf.ts';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Screen } from '../../ui/Screen.tsx';
import type { Draft, FormValues } from '../draft.ts';
import { applyTexts as texts } from './apply.text.ts';
import { checked, type FieldName, faultsFrom, faultsOf, typedFields } from './faults.ts';
import { PhoneField } from './PhoneField.tsx';
import { WorkFields } from './WorkFields.tsx';
import './FormStep.scss';

const ethnicityChoices = choicesOf(ethnicities);
const educationChoices = choicesOf(educations);
const politicalChoices = choicesOf(politicalStatuses);

/** Brings the first field with a fault into view, once the faults are drawn. */
function showFirstFault(): void {
  setTimeout(() => {
    void Taro.pageScrollTo({ selector: '.field-wrong', offsetTop: -80, duration: 200 }).catch(() => {});
  }, 50);
}

/** Once the number is right, what it says is shown, so that a slip is seen at once. */
function idNumberHint(typed: string): string {
  const { issues, value } = checked(formFields.idNumber, typed);
  if (issues || typeof value !== 'string') return texts.idNumberHint;
  return texts.idNumberFacts(idNumberFacts(value).sex, ageOf(value, Date.now()));
}

/** The form: what only the person can tell, with what is wrong said under each field as it happens. */
export function FormStep({
  draft,
  busy,
  refused,
  onChange,
  onSubmit,
  onReopen,
  onOtherUnion,
  kept = texts.kept,
  phone,
}: {
  draft: Draft;
  busy: boolean;
  refused: Refused | undefined;
  onChange: (values: FormValues) => void;
  onSubmit: (phoneCode: string | undefined) => void;
  /** The form has been open too long: opens it again. */
  onReopen: () => void;
  /** Chooses another union; absent where the poster has chosen it. */
  onOtherUnion: (() => void) | undefined;
  /** What becomes of what is typed. */
  kept?: string;
  /** Stands where the phone number is asked for, when this is not the person's own phone. */
  phone?: {
    readonly needed: boolean;
    readonly field: (about: { error: string | undefined; onLeave: () => void }) => ReactNode;
  };
}) {
  const { values, mend } = draft;
  const [left, setLeft] = useState<readonly FieldName[]>([]);
  const [asked, setAsked] = useState(false);
  const [phoneCode, setPhoneCode] = useState<string>();
  const [changed, setChanged] = useState<readonly FieldName[]>([]);

  // WeChat's code works once; when it did not, the number is typed.
  const codeFailed = refused?.code === 'PHONE_CODE';
  useEffect(() => {
    if (codeFailed) setPhoneCode(undefined);
  }, [codeFailed]);

  const noPhone = phoneCode !== undefined || phone?.needed === false;
  const faults = faultsOf(
    values,
    typedFields.filter((name) => !(noPhone && name === 'phone')),
  );
  // A field is judged once it was left, is as long as it can be, or all were asked for.
  const isRipe = (name: FieldName) =>
    asked ||
    (left.includes(name) && values[name as keyof FormValues] !== '') ||
    (name === 'idNumber' && values.idNumber.replace(/\s/g, '').length >= 18) ||
    (name === 'phone' && values.phone.replace(/\D/g, '').length >= 11);
  const shown = Object.fromEntries([
    ...Object.entries(faultsFrom(refused?.fields ?? {})).filter(
      ([name]) => !changed.includes(name as FieldName),
    ),
    ...Object.entries(faults).filter(([name]) => isRipe(name as FieldName)),
  ]);
  const wrong = Object.keys(faults).length;

  const change = (part: Partial<FormValues>) => {
    setChanged([...changed, ...(Object.keys(part) as FieldName[])]);
    onChange({ ...values, ...part });
  };
  const leave = (name: FieldName) => setLeft([...left, name]);
  const marked = (name: MendableField) => (mend.includes(name) ? texts.mark : undefined);
  const submit = () => {
    setAsked(true);
    setChanged([]);
    if (wrong === 0) onSubmit(phoneCode);
    else showFirstFault();
  };
  const next = refused?.code === 'VISIT_EXPIRED' ? onReopen : submit;

  return (
    <Screen
      title={texts.title}
      action={
        <View>
          <Notice refused={refused} onNext={next} />
          {asked && wrong > 0 ? <View className="form-wrong">{texts.toMend(wrong)}</View> : null}
          <Button kind="main" busy={busy} onPress={submit}>
            {busy ? texts.submitting : mend.length > 0 ? texts.submitAgain : texts.submit}
          </Button>
        </View>
      }
    >
      <Progress text={mend.length > 0 ? texts.mendTitle : texts.step} fact={kept} step={2} steps={2} />
      <Card>
        <Field
          label={texts.name}
          value={values.name}
          onType={(name) => change({ name })}
          onLeave={() => leave('name')}
          placeholder={texts.namePlaceholder}
          longest={40}
          error={shown.name}
          mark={marked('name')}
        />
        <Field
          label={texts.idNumber}
          value={values.idNumber}
          onType={(idNumber) => change({ idNumber })}
          onLeave={() => leave('idNumber')}
          keyboard="idcard"
          placeholder={texts.idNumberPlaceholder}
          longest={24}
          error={shown.idNumber}
          hint={idNumberHint(values.idNumber)}
          mark={marked('idNumber')}
        />
        {phone ? (
          phone.field({ error: shown.phone, onLeave: () => leave('phone') })
        ) : (
          <PhoneField
            value={values.phone}
            fromWechat={phoneCode !== undefined}
            onType={(phone) => {
              setPhoneCode(undefined);
              change({ phone });
            }}
            onWechat={setPhoneCode}
            onLeave={() => leave('phone')}
            error={shown.phone}
            mark={marked('phone')}
          />
        )}
      </Card>
      <Card>
        <WorkFields
          values={values}
          faults={shown}
          mark={marked('employment')}
          onChange={change}
          onLeave={leave}
        />
      </Card>
      <Card>
        <PickField
          label={texts.education}
          choices={educationChoices}
          chosen={values.education}
          onChoose={(education) => change({ education })}
          mark={marked('education')}
        />
        <PickField
          label={texts.political}
          choices={politicalChoices}
          chosen={values.political}
          onChoose={(political) => change({ political })}
          mark={marked('political')}
        />
        <PickField
          label={texts.ethnicity}
          choices={ethnicityChoices}
          chosen={values.ethnicity}
          onChoose={(ethnicity) => change({ ethnicity })}
          mark={marked('ethnicity')}
        />
      </Card>
      {draft.visit ? (
        <View className="form-to small">
          <View>{texts.to(draft.visit.org.name)}</View>
          {onOtherUnion ? (
            <Button small kind="text" onPress={onOtherUnion}>
              {texts.otherUnion}
            </Button>
          ) : null}
        </View>
      ) : null}
    </Screen>
  );
}
