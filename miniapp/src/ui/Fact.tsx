import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './Fact.scss';

/** One thing that is known: what it is, quietly, and below it what is known. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View className="known">
      <View className="small">{label}</View>
      <View className="known-text figures">{children}</View>
    </View>
  );
}
