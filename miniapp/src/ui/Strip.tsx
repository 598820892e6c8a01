import { View } from '@tarojs/components';
import { press } from './press.ts';
import './Strip.scss';

/** Choices in one line that moves sideways, one of them chosen: for more of them than a screen has room for. */
export function Strip<Value extends string>({
  label,
  choices,
  chosen,
  onChoose,
}: {
  /** What is chosen, for screen readers. */
  label: string;
  choices: readonly { readonly value: Value; readonly text: string }[];
  chosen: Value;
  onChoose: (value: Value) => void;
}) {
  const group = process.env.TARO_ENV === 'weapp' ? {} : { role: 'radiogroup', 'aria-label': label };
  return (
    <View className="strip" {...group}>
      {choices.map(({ value, text }) => (
        <View
          key={value}
          className={value === chosen ? 'strip-one strip-on' : 'strip-one'}
          {...press(() => onChoose(value), { label: text, role: 'radio', checked: value === chosen })}
        >
          {text}
        </View>
      ))}
    </View>
  );
}
