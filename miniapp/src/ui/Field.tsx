import { Input, Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { spoken } from './press.ts';
import './Field.scss';

/** Which keyboard comes up. */
type Keyboard = 'text' | 'idcard' | 'phone' | 'number' | 'date' | 'time';

const weappType = {
  text: 'text',
  idcard: 'idcard',
  phone: 'number',
  number: 'number',
  date: 'text',
  time: 'text',
} as const;
const webProps = {
  text: {},
  idcard: { inputMode: 'text', autoComplete: 'off', autoCapitalize: 'characters' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel-national' },
  number: { inputMode: 'numeric' },
  date: { type: 'date' },
  time: { type: 'time' },
} as const;

/** What surrounds any input: its label above, a hint or what is wrong with it below, in place. */
export function FieldFrame({
  label,
  hint,
  error,
  mark,
  end,
  children,
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** A word beside the label, such as 请修改. */
  mark?: string | undefined;
  end?: ReactNode;
  children: ReactNode;
}) {
  return (
    <View className={error ? 'field field-wrong' : 'field'}>
      <View className="field-label">
        <Text>{label}</Text>
        {mark ? <Text className="field-mark">{mark}</Text> : null}
      </View>
      <View className="field-line">
        <View className="field-input">{children}</View>
        {end ? <View className="field-end">{end}</View> : null}
      </View>
      {error ? (
        <View className="field-error" {...spoken('alert')}>
          {error}
        </View>
      ) : hint ? (
        <View className="field-hint">{hint}</View>
      ) : null}
    </View>
  );
}

/** A labelled line of text to type. */
export function Field({
  label,
  value,
  onType,
  onLeave,
  keyboard = 'text',
  placeholder,
  longest = 60,
  confirm = 'next',
  onConfirm,
  ...frame
}: {
  label: string;
  value: string;
  onType: (typed: string) => void;
  /** When the field is left: the moment to say what is wrong with it. */
  onLeave?: () => void;
  keyboard?: Keyboard;
  placeholder?: string;
  longest?: number;
  confirm?: 'next' | 'done' | 'search';
  onConfirm?: () => void;
  hint?: string | undefined;
  error?: string | undefined;
  mark?: string | undefined;
  end?: ReactNode;
}) {
  const web = process.env.TARO_ENV !== 'weapp';
  return (
    <FieldFrame label={label} {...frame}>
      <Input
        className="field-text"
        placeholderClass="field-placeholder"
        value={value}
        type={web ? 'text' : weappType[keyboard]}
        maxlength={longest}
        confirmType={confirm}
        placeholder={placeholder ?? ''}
        onInput={(event) => onType(event.detail.value)}
        {...(onLeave ? { onBlur: () => onLeave() } : {})}
        {...(onConfirm ? { onConfirm: () => onConfirm() } : {})}
        {...(web
          ? {
              nativeProps: {
                ...webProps[keyboard],
                'aria-label': label,
                ...(frame.error ? { 'aria-invalid': 'true' } : { 'aria-invalid': 'false' }),
              },
            }
          : {})}
      />
    </FieldFrame>
  );
}
