import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { clubDeskTexts } from './desk.text.ts';
import { figuresTexts as texts } from './figures.text.ts';

/** The most that can be typed, in yuan. */
const MOST = 20_000_000;

/** A year's budget, typed in yuan. */
export function BudgetForm({
  label,
  fen,
  busy,
  onSave,
  onKeep,
}: {
  label: string;
  fen: number | undefined;
  busy: boolean;
  onSave: (fen: number) => void;
  onKeep: () => void;
}) {
  const [typed, type] = useState(fen === undefined ? '' : String(fen / 100));
  const yuan = Number(typed.replace(/[,，\s]/g, ''));
  const wrong =
    typed.trim() === '' || !Number.isInteger(yuan) || yuan < 0 || yuan > MOST ? texts.notYuan : undefined;
  const save = () => {
    if (!wrong) onSave(100 * yuan);
  };
  return (
    <View className="club-words">
      <Field
        label={label}
        value={typed}
        onType={type}
        keyboard="number"
        longest={12}
        confirm="done"
        onConfirm={save}
        end={texts.yuan}
      />
      <View className="club-acts">
        <Button kind="main" small busy={busy} whyNot={wrong} onPress={save}>
          {texts.budgetSave}
        </Button>
        <Button small onPress={onKeep}>
          {clubDeskTexts.keep}
        </Button>
      </View>
    </View>
  );
}
