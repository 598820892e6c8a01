import { View } from '@tarojs/components';
import { Card } from '../ui/Card.tsx';
import { spoken } from '../ui/press.ts';
import type { CheckedIn } from './answers.ts';
import { scanTexts as texts } from './scan.text.ts';

/** That somebody is checked in, where, and whether that was seen near the place. */
export function CheckedInCard({ checkedIn: { title, cameAt, near } }: { checkedIn: CheckedIn }) {
  return (
    <View {...spoken('status')}>
      <Card tone="done">
        <View className="heading">✓ {texts.came(title, cameAt)}</View>
        {near ? null : <View className="small">{texts.far}</View>}
      </Card>
    </View>
  );
}
