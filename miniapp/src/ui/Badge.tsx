import { Text } from '@tarojs/components';
import './Badge.scss';

/** A short fact in a pill; its words say it, its colour only repeats them. */
export function Badge({
  children,
  tone = 'plain',
}: {
  children: string;
  tone?: 'plain' | 'done' | 'waiting' | 'red';
}) {
  return <Text className={`badge badge-${tone}`}>{children}</Text>;
}
