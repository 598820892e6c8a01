import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { press } from './press.ts';
import './Row.scss';

/** A line in a card: what it is about, a quieter line below, something at the end; it can be pressed. */
export function Row({
  title,
  note,
  end,
  onPress,
  on,
}: {
  title: ReactNode;
  note?: ReactNode;
  end?: ReactNode;
  onPress?: () => void;
  /** For a row that turns something on and off. */
  on?: boolean;
}) {
  return (
    <View
      className={onPress ? 'row row-press' : 'row'}
      {...press(onPress, {
        ...(typeof title === 'string' ? { label: title } : {}),
        ...(on === undefined ? {} : { role: 'switch', checked: on }),
      })}
    >
      <View className="row-main">
        <View className="row-title">{title}</View>
        {note ? <View className="small">{note}</View> : null}
      </View>
      {end ? <View className="row-end">{end}</View> : null}
    </View>
  );
}
