import { faultsOf } from '@niangjia/shared/faults';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { clubDeskTexts } from './desk.text.ts';
import './desk.scss';

/** A few words that go with an act: why, or the number of a voucher; then the act, or think better of it. */
export function WordsForm({
  label,
  example,
  send,
  schema,
  longest = 100,
  busy,
  onSend,
  onKeep,
}: {
  label: string;
  example?: string;
  /** What the button says that does it. */
  send: string;
  /** What the words have to be. */
  schema: Parameters<typeof faultsOf>[0];
  longest?: number;
  busy: boolean;
  onSend: (words: string) => void;
  onKeep?: () => void;
}) {
  const [words, type] = useState('');
  const [tried, setTried] = useState(false);
  const fault = faultsOf(schema, words)[''];
  const act = () => {
    setTried(true);
    if (!fault) onSend(words.trim());
  };
  return (
    <View className="club-words">
      <Field
        label={label}
        value={words}
        onType={type}
        longest={longest}
        confirm="done"
        onConfirm={act}
        {...(example ? { placeholder: example } : {})}
        error={tried ? fault : undefined}
      />
      <View className="club-acts">
        <Button
          kind="main"
          small
          busy={busy}
          whyNot={words.trim() === '' ? clubDeskTexts.wordsFirst : undefined}
          onPress={act}
        >
          {send}
        </Button>
        {onKeep ? (
          <Button small onPress={onKeep}>
            {clubDeskTexts.keep}
          </Button>
        ) : null}
      </View>
    </View>
  );
}
