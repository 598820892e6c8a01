import { View } from '@tarojs/components';
import { Card } from '../ui/Card.tsx';
import { demoTexts } from './demo.text.ts';

/** Development only: which window is the phone that scans this one's code. */
export default function DemoPhone() {
  const { origin, pathname } = window.location;
  return (
    <Card heading={demoTexts.phone}>
      <View>{demoTexts.phoneNote}</View>
      <View className="figures">{`${origin}${pathname}?as=limin#/accounts/confirm`}</View>
    </Card>
  );
}
