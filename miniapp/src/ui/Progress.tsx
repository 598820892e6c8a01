import { View } from '@tarojs/components';
import './Progress.scss';

/** Which step of how many, in words and as a bar, with a fact at the other end. */
export function Progress({
  text,
  fact,
  step,
  steps,
}: {
  text: string;
  fact?: string;
  step: number;
  steps: number;
}) {
  return (
    <View className="progress">
      <View className="progress-words small">
        <View>{text}</View>
        {fact ? <View>{fact}</View> : null}
      </View>
      <View className="progress-track">
        <View className="progress-done" style={{ width: `${(100 * step) / steps}%` }} />
      </View>
    </View>
  );
}
