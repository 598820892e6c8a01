import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Tile.scss';

/** One large figure under its name. */
export function Tile({
  name,
  figure,
  tone = 'plain',
  children,
}: {
  name: string;
  figure: number;
  tone?: 'plain' | 'done' | 'waiting';
  children?: ReactNode;
}) {
  return (
    <View className="tile">
      <View className="tile-name">{name}</View>
      <View className={`tile-figure tile-${tone} figures`}>{figure}</View>
      {children}
    </View>
  );
}
