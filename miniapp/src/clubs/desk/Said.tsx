import { View } from '@tarojs/components';
import { Card } from '../../ui/Card.tsx';
import { spoken } from '../../ui/press.ts';

/** What was just done, in words that are read out as well. */
export function Said({ children }: { children: string }) {
  return <View {...spoken('status')}>{children ? <Card tone="done">{`✓ ${children}`}</Card> : null}</View>;
}
