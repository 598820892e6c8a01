import { View } from '@tarojs/components';
import './Bars.scss';

/** A part of a bar: `solid` is there, `open` is promised; told apart in grey as well. */
interface BarPart {
  readonly kind: 'solid' | 'open';
  readonly amount: number;
  /** Said at the end of the bar; nothing for none. */
  readonly says: string;
}
export interface Bar {
  readonly key: string;
  readonly name: string;
  readonly parts: readonly BarPart[];
  /** A quieter word after the others. */
  readonly note?: string | undefined;
}

/** Bars that lie one below the other, as long as their amounts; each says its own numbers, so there is no legend. */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  const whole = Math.max(1, ...bars.map(({ parts }) => parts.reduce((sum, { amount }) => sum + amount, 0)));
  return (
    <View className="bars figures">
      {bars.map(({ key, name, parts, note }) => (
        <View key={key} className="bar-line">
          <View className="bar-name">{name}</View>
          <View className="bar-room">
            <View className="bar">
              {parts.map(({ kind, amount }) =>
                amount > 0 ? (
                  <View
                    key={kind}
                    className={`bar-part bar-${kind}`}
                    style={{ width: `${(100 * amount) / whole}%` }}
                  />
                ) : null,
              )}
            </View>
            <View className="bar-says">
              {parts.map(({ kind, says }) =>
                says ? (
                  <View key={kind} className="bar-number">
                    {says}
                  </View>
                ) : null,
              )}
              {note ? <View className="small">{note}</View> : null}
            </View>
          </View>
        </View>
      ))}
    </View>
  );
}
