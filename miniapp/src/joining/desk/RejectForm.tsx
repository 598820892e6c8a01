import { rejectionReasons } from '@niangjia/shared/joining/application';
import type { MendableField } from '@niangjia/shared/joining/form';
import type { Ruling } from '@niangjia/shared/joining/ruling';
import { refusalEntry } from '@niangjia/shared/refusal';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { choicesOf } from '../../ui/choicesOf.ts';
import { Field } from '../../ui/Field.tsx';
import { fieldNames } from '../fieldNames.text.ts';
import { type Reason, rejectTexts, suggestions } from './reject.text.ts';
import './RejectForm.scss';

/** Sending an application back: a reason, the fields to mend, and a sentence that is ready to send. */
export function RejectForm({
  busy,
  onReject,
  onCancel,
}: {
  busy: boolean;
  onReject: (reason: NonNullable<Ruling['reason']>) => void;
  onCancel: () => void;
}) {
  const [code, setCode] = useState<Reason>();
  const [words, setWords] = useState('');
  const [fields, setFields] = useState<readonly MendableField[]>([]);
  const choose = (reason: Reason) => {
    setCode(reason);
    setWords(suggestions[reason].words);
    setFields(suggestions[reason].fields);
  };
  const turn = (field: MendableField) =>
    setFields((on) => (on.includes(field) ? on.filter((other) => other !== field) : [...on, field]));
  const ready = code !== undefined && words.trim() !== '';
  return (
    <View className="reject">
      <View className="heading reject-part">{rejectTexts.heading}</View>
      <View className="reject-part">
        <Chips
          label={rejectTexts.reason}
          choices={choicesOf(rejectionReasons)}
          chosen={code}
          onChoose={choose}
        />
      </View>
      {code ? (
        <View>
          <View className="small reject-label">{rejectTexts.fields}</View>
          <View className="reject-part">
            <Chips
              label={rejectTexts.fields}
              choices={choicesOf(fieldNames)}
              chosen={fields}
              onChoose={turn}
            />
          </View>
          <View className="reject-part">
            <Field label={rejectTexts.words} value={words} onType={setWords} longest={100} confirm="done" />
          </View>
        </View>
      ) : null}
      <View className="reject-acts">
        <Button onPress={onCancel}>{rejectTexts.cancel}</Button>
        <Button
          kind="main"
          busy={busy}
          whyNot={ready ? undefined : refusalEntry('REASON_MISSING').text}
          onPress={() => code && onReject({ code, words: words.trim(), fields: [...fields] })}
        >
          {rejectTexts.send}
        </Button>
      </View>
    </View>
  );
}
