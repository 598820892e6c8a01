import { Picker, View } from '@tarojs/components';
import { Field, FieldFrame } from './Field.tsx';

/** A day (`YYYY-MM-DD`) or a time of day (`HH:MM`): WeChat's wheel on a phone, the browser's own field on H5. */
export function WhenField({
  label,
  kind,
  value,
  onChoose,
  ...frame
}: {
  label: string;
  kind: 'date' | 'time';
  value: string;
  onChoose: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  if (process.env.TARO_ENV !== 'weapp') {
    return <Field label={label} keyboard={kind} value={value} onType={onChoose} {...frame} />;
  }
  const shown = <View className="pick-chosen">{value}</View>;
  return (
    <FieldFrame label={label} {...frame}>
      {kind === 'date' ? (
        <Picker mode="date" value={value} onChange={(event) => onChoose(event.detail.value)}>
          {shown}
        </Picker>
      ) : (
        <Picker mode="time" value={value} onChange={(event) => onChoose(event.detail.value)}>
          {shown}
        </Picker>
      )}
    </FieldFrame>
  );
}
