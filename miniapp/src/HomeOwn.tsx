import { View } from '@tarojs/components';
import { homeTexts as texts } from './home.text.ts';
import type { Offer } from './homeOffer.ts';
import { open } from './screens.ts';
import { press } from './ui/press.ts';
import './HomeOwn.scss';

/** A worker's own standing, the largest thing on their home page: the red card once they are a member. */
export function HomeOwn({ offer }: { offer: Offer }) {
  if (offer.screen !== 'card') {
    return (
      <View>
        <View className="title">{offer.says}</View>
        <View className="small own-note">{offer.note}</View>
      </View>
    );
  }
  return (
    <View>
      <View className="own-card" {...press(() => open('card'), { label: texts.card })}>
        <View className="own-card-title">{texts.card}</View>
        <View>{offer.note}</View>
      </View>
      <View className="small own-note">{offer.says}</View>
    </View>
  );
}
