import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Fact.scss';

/** One thing that is known: what it is, quietly, and below it what is known. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="fact">
      <View className="small">{label}</View>
      <View className="fact-known figures">{children}</View>
    </View>
  );
}
