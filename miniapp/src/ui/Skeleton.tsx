import { View } from '@tarojs/components';
import { Card } from './Card.tsx';
import { uiTexts } from './ui.text.ts';
import './Skeleton.scss';

/** Grey lines where content is coming: each number is the width of a line in percent. */
export function Skeleton({ lines = [70, 100, 45] }: { lines?: readonly number[] }) {
  const told = process.env.TARO_ENV === 'weapp' ? {} : { role: 'status', 'aria-label': uiTexts.loading };
  return (
    <View {...told}>
      <Card>
        {lines.map((width, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
          <View key={place} className="skeleton" style={{ width: `${width}%` }} />
        ))}
      </Card>
    </View>
  );
}
