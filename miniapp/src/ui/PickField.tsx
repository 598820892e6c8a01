import { View } from '@tarojs/components';
import { useState } from 'react';
import { Chips } from './Chips.tsx';
import { FieldFrame } from './Field.tsx';
import { press } from './press.ts';
import { uiTexts } from './ui.text.ts';
import './PickField.scss';

/**
 * A field with something already chosen and a way to choose another; the choices open in place,
 * the same on a phone and at a desk.
 */
export function PickField<Value extends string>({
  label,
  choices,
  chosen,
  onChoose,
  ...frame
}: {
  label: string;
  choices: readonly { readonly value: Value; readonly text: string }[];
  chosen: Value | undefined;
  onChoose: (value: Value) => void;
  hint?: string | undefined;
  error?: string | undefined;
  mark?: string | undefined;
}) {
  const [open, setOpen] = useState(false);
  const text = choices.find(({ value }) => value === chosen)?.text ?? '';
  const toggle = open ? uiTexts.close : uiTexts.change;
  return (
    <FieldFrame label={label} {...frame}>
      <View className="pick" {...press(() => setOpen(!open), { label: `${label} ${text} ${toggle}` })}>
        <View className="pick-chosen">{text}</View>
        <View className="pick-change">{toggle}</View>
      </View>
      {open ? (
        <Chips
          label={label}
          choices={choices}
          chosen={chosen}
          onChoose={(value) => {
            setOpen(false);
            onChoose(value);
          }}
        />
      ) : null}
    </FieldFrame>
  );
}
