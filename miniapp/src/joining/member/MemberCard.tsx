import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { dayOf } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { cardTexts as texts } from './card.text.ts';
import './MemberCard.scss';

/** The card as the API describes it. */
export type MembershipCard = ResponseOf<typeof joining.getCard>;

/** A card number in the groups it is read in: division, then the counter. */
const grouped = (number: string) => `${number.slice(0, 4)} ${number.slice(4, 6)} ${number.slice(6)}`;

/** The red card. `turning` turns it over once, where motion is welcome. */
export function MemberCard({ card, turning = false }: { card: MembershipCard; turning?: boolean }) {
  const day = dayOf(card.memberSince);
  return (
    <View className={turning ? 'member-card member-card-turning' : 'member-card'}>
      <View className="member-card-issuer">{texts.issuer}</View>
      <View className="member-card-name">{card.name}</View>
      <View className="member-card-org">{card.org}</View>
      <View className="member-card-foot">
        <View className="member-card-number figures">{grouped(card.cardNumber)}</View>
        <View className="member-card-since">{texts.since(day.slice(0, 4), Number(day.slice(5, 7)))}</View>
      </View>
    </View>
  );
}
