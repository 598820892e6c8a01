import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Card.scss';

/** A white card with a hairline border; `tone` colours it for what is done, waits or is wrong (said in words too). */
export function Card({
  children,
  heading,
  tone = 'plain',
}: {
  children?: ReactNode;
  heading?: string;
  tone?: 'plain' | 'done' | 'waiting' | 'wrong';
}) {
  return (
    <View className={`card card-${tone}`}>
      {heading ? <View className="heading card-heading">{heading}</View> : null}
      {children}
    </View>
  );
}
