import { educations, ethnicities, politicalStatuses } from '@niangjia/shared/codes';
import type { RequestOf } from '@niangjia/shared/contract';
import { whyNotCorrect } from '@niangjia/shared/joining/correction';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { maskPhone } from '@niangjia/shared/masking';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { goBack } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { choicesOf } from '../../ui/choicesOf.ts';
import { Notice } from '../../ui/Notice.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { type FormValues, freshDraft } from '../draft.ts';
import { applyTexts } from '../member/apply.text.ts';
import { employmentOf, faultsFrom, faultsOf } from '../member/faults.ts';
import { PhoneField } from '../member/PhoneField.tsx';
import { WorkFields } from '../member/WorkFields.tsx';
import { correctTexts as texts } from './correct.text.ts';
import { mineApi } from './mineApi.ts';
import type { Held } from './sayHeld.ts';
import { WhyNot } from './WhyNot.tsx';
import './correct.scss';

type Change = RequestOf<typeof myData.correctMyData>;

/** What is kept, as the form has it; the phone is typed anew where it has changed. */
function valuesOf({ employment, ethnicity, education, political }: Held): FormValues {
  const work =
    employment.kind === 'unit'
      ? ({ work: 'unit', unit: employment.unit } as const)
      : { work: employment.occupation, platform: employment.platform };
  return { ...freshDraft.values, ...work, ethnicity, education, political };
}

/** What differs from what is kept, as it is sent; the API parses it again, codes included. */
function changeOf(before: FormValues, values: FormValues, phoneCode: string | undefined): Change {
  const codes = (['ethnicity', 'education', 'political'] as const).filter(
    (field) => values[field] !== before[field],
  );
  const employment = employmentOf(values);
  const phone = phoneCode
    ? ({ kind: 'wechat', code: phoneCode } as const)
    : values.phone
      ? ({ kind: 'typed', number: values.phone } as const)
      : undefined;
  return {
    ...Object.fromEntries(codes.map((field) => [field, values[field]])),
    ...(JSON.stringify(employment) === JSON.stringify(employmentOf(before)) ? {} : { employment }),
    ...(phone ? { phone } : {}),
  };
}

function CorrectForm({ held }: { held: Held }) {
  const before = valuesOf(held);
  const [values, setValues] = useState(before);
  const [phoneCode, setPhoneCode] = useState<string>();
  const [asked, setAsked] = useState(false);
  const saving = useDeed();

  const change = changeOf(before, values, phoneCode);
  // The phone is typed anew only where it has changed.
  const phone = phoneCode === undefined && values.phone !== '' ? (['phone'] as const) : [];
  const faults = faultsOf(values, [...phone, 'work', 'platform', 'unit']);
  const wrong = Object.keys(faults).length > 0;
  const shown = { ...faultsFrom(saving.refused?.fields ?? {}), ...(asked ? faults : {}) };
  const edit = (part: Partial<FormValues>) => setValues({ ...values, ...part });
  const save = () => {
    setAsked(true);
    if (wrong) return;
    void saving.run(async () => {
      await mineApi.correctMyData(change);
      goBack();
    });
  };

  return (
    <Screen
      title={texts.title}
      action={
        <View>
          <Notice refused={saving.refused} onNext={save} />
          <Button
            kind="main"
            busy={saving.busy}
            whyNot={
              Object.keys(change).length === 0 ? texts.nothing : asked && wrong ? texts.toMend : undefined
            }
            onPress={save}
          >
            {saving.busy ? texts.saving : texts.save}
          </Button>
        </View>
      }
    >
      <View className="heading">{texts.headline}</View>
      <View className="small correct-note">{texts.note}</View>
      <Card>
        <PhoneField
          value={values.phone}
          fromWechat={phoneCode !== undefined}
          onType={(phone) => {
            setPhoneCode(undefined);
            edit({ phone });
          }}
          onWechat={setPhoneCode}
          onLeave={() => {}}
          error={shown.phone}
          mark={undefined}
        />
        <View className="small">{held.phone ? texts.phoneNow(maskPhone(held.phone)) : texts.noPhone}</View>
      </Card>
      <Card>
        <WorkFields values={values} faults={shown} mark={undefined} onChange={edit} onLeave={() => {}} />
        <View className="small">{texts.workNote}</View>
      </Card>
      <Card>
        <PickField
          label={applyTexts.education}
          choices={choicesOf(educations)}
          chosen={values.education}
          onChoose={(education) => edit({ education })}
        />
        <PickField
          label={applyTexts.political}
          choices={choicesOf(politicalStatuses)}
          chosen={values.political}
          onChoose={(political) => edit({ political })}
        />
        <PickField
          label={applyTexts.ethnicity}
          choices={choicesOf(ethnicities)}
          chosen={values.ethnicity}
          onChoose={(ethnicity) => edit({ ethnicity })}
        />
      </Card>
    </Screen>
  );
}

/** Correcting at once what the person says of themself. */
export default function CorrectPage() {
  const asked = useAnswer(() => mineApi.getMyData(), 'my data');
  const held = asked.answer?.application;
  const why = asked.answer && whyNotCorrect(held);
  if (held && !why) return <CorrectForm held={held} />;
  return (
    <Screen title={texts.title}>
      <Notice refused={asked.refused} onNext={asked.again} />
      {why ? <WhyNot code={why} /> : asked.refused ? null : <Skeleton lines={[40, 90, 90, 60]} />}
    </Screen>
  );
}
