import { View } from '@tarojs/components';
import { press, spoken } from './press.ts';
import './Tick.scss';

/** A box to tick, with a sentence that says what is agreed to. */
export function Tick({
  children,
  on,
  onTurn,
  error,
}: {
  children: string;
  on: boolean;
  onTurn: (on: boolean) => void;
  error?: string | undefined;
}) {
  return (
    <View>
      <View
        className="tick"
        {...press(() => onTurn(!on), { label: children, role: 'checkbox', checked: on })}
      >
        <View className={on ? 'tick-box tick-box-on' : error ? 'tick-box tick-box-wrong' : 'tick-box'}>
          {on ? '✓' : ''}
        </View>
        <View className="tick-text">{children}</View>
      </View>
      {error && !on ? (
        <View className="tick-error" {...spoken('alert')}>
          {error}
        </View>
      ) : null}
    </View>
  );
}
