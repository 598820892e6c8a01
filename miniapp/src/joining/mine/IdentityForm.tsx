import { formFields } from '@niangjia/shared/joining/form';
import { whyNotRequestCorrection } from '@niangjia/shared/joining/identityCorrection';
import { maskIdNumber, maskName } from '@niangjia/shared/masking';
import { fieldText, refusalEntry } from '@niangjia/shared/refusal';
import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useDeed } from '../../useDeed.ts';
import { checked } from '../member/faults.ts';
import { identityTexts as texts } from './identity.text.ts';
import { mineApi } from './mineApi.ts';
import type { Correction, Held } from './sayHeld.ts';
import './identity.scss';

/** How the last request ended. */
function Last({ correction }: { correction: Correction }) {
  const when = sayTime(correction.decidedAt ?? correction.requestedAt, Date.now());
  if (correction.status === 'approved') return <Card tone="done">{texts.approved(when)}</Card>;
  if (correction.status !== 'rejected') return null;
  return (
    <Card tone="waiting">
      <View className="identity-last">{texts.rejected(when)}</View>
      {correction.words ? <Row title={correction.words} note={texts.said} /> : null}
    </Card>
  );
}

/** What is typed, as the API takes it, and what is wrong with it. */
function judged(schema: (typeof formFields)['name' | 'idNumber'], typed: string) {
  if (typed.trim() === '') return { value: undefined, fault: undefined };
  const { value, issues } = checked(schema, typed);
  const [issue] = issues ?? [];
  return { value: issue ? undefined : String(value), fault: issue && fieldText(issue.message) };
}

/** The new name, the new number, and why; each field may be left as it is. */
export function IdentityForm({
  held,
  last,
  onAsked,
}: {
  held: Held;
  last: Correction | undefined;
  onAsked: () => void;
}) {
  const [typed, setTyped] = useState({ name: '', idNumber: '', reason: '' });
  const [asked, setAsked] = useState(false);
  const sending = useDeed();
  const name = judged(formFields.name, typed.name);
  const idNumber = judged(formFields.idNumber, typed.idNumber);
  const reason = typed.reason.trim();
  const shown = (fault: string | undefined) => (asked ? fault : undefined);

  const wanted = { name: name.value, idNumber: idNumber.value };
  const wrong = name.fault ?? idNumber.fault;
  const why = wrong ? undefined : whyNotRequestCorrection(held, held, wanted, Date.now());
  const send = () => {
    setAsked(true);
    if (wrong || why || reason.length < 2) return;
    void sending.run(async () => {
      await mineApi.requestCorrection({ ...wanted, reason });
      onAsked();
    });
  };
  return (
    <Screen
      title={texts.title}
      action={
        <View>
          <Notice refused={sending.refused} onNext={send} />
          <Button
            kind="main"
            busy={sending.busy}
            whyNot={asked && why ? refusalEntry(why).text : undefined}
            onPress={send}
          >
            {sending.busy ? texts.sending : texts.send}
          </Button>
        </View>
      }
    >
      <View className="heading">{texts.headline}</View>
      <View className="small identity-note">{texts.note}</View>
      {last ? <Last correction={last} /> : null}
      <Card>
        <Field
          label={texts.name}
          value={typed.name}
          onType={(text) => setTyped({ ...typed, name: text })}
          placeholder={texts.namePlaceholder}
          longest={40}
          hint={texts.now(maskName(held.name))}
          error={shown(name.fault)}
        />
        <Field
          label={texts.idNumber}
          value={typed.idNumber}
          onType={(text) => setTyped({ ...typed, idNumber: text })}
          keyboard="idcard"
          placeholder={texts.idNumberPlaceholder}
          longest={24}
          hint={texts.now(maskIdNumber(held.idNumber))}
          error={shown(idNumber.fault)}
        />
        <Field
          label={texts.reason}
          value={typed.reason}
          onType={(text) => setTyped({ ...typed, reason: text })}
          placeholder={texts.reasonPlaceholder}
          longest={60}
          confirm="done"
          error={shown(reason.length < 2 ? fieldText('REQUIRED') : undefined)}
        />
      </Card>
    </Screen>
  );
}
