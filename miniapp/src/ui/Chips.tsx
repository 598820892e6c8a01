import { View } from '@tarojs/components';
import { press } from './press.ts';
import './Chips.scss';

/** A few choices side by side, one of them chosen (several with `chosen` as a list). */
export function Chips<Value extends string>({
  label,
  choices,
  chosen,
  onChoose,
}: {
  /** What is chosen, for screen readers. */
  label: string;
  choices: readonly { readonly value: Value; readonly text: string }[];
  chosen: Value | readonly Value[] | undefined;
  onChoose: (value: Value) => void;
}) {
  const many = Array.isArray(chosen);
  const isOn = (value: Value) => (Array.isArray(chosen) ? chosen.includes(value) : chosen === value);
  const group =
    process.env.TARO_ENV === 'weapp' ? {} : { role: many ? 'group' : 'radiogroup', 'aria-label': label };
  return (
    <View className="chips" {...group}>
      {choices.map(({ value, text }) => (
        <View
          key={value}
          className={isOn(value) ? 'chip chip-on' : 'chip'}
          {...press(() => onChoose(value), {
            label: text,
            role: many ? 'checkbox' : 'radio',
            checked: isOn(value),
          })}
        >
          {text}
        </View>
      ))}
    </View>
  );
}
