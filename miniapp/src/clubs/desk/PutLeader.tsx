import type { GuestCard } from '@niangjia/shared/venues/guest';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CardPick } from '../../ui/CardPick.tsx';
import { Row } from '../../ui/Row.tsx';
import { clubsTexts as texts } from './clubs.text.ts';
import { clubDeskTexts } from './desk.text.ts';

/** Who is to lead a club, by the card they show: read first, then put there with a second press. */
export function PutLeader({
  name,
  busy,
  onCard,
  onKeep,
}: {
  /** The club's. */
  name: string;
  busy: boolean;
  onCard: (card: GuestCard) => void;
  onKeep: () => void;
}) {
  const [card, show] = useState<GuestCard>();
  const keep = (
    <Button small onPress={onKeep}>
      {clubDeskTexts.keep}
    </Button>
  );
  if (!card) {
    return (
      <View>
        <View className="small">{texts.changeNote}</View>
        <CardPick busy={busy} onCard={show} />
        <View className="club-acts">{keep}</View>
      </View>
    );
  }
  return (
    <View>
      <Row title={card.by === 'cardNumber' ? texts.cardNumber(card.cardNumber) : texts.cardCode} />
      <View className="club-acts">
        <Button kind="main" small busy={busy} onPress={() => onCard(card)}>
          {texts.sure(name)}
        </Button>
        <Button small onPress={() => show(undefined)}>
          {texts.another}
        </Button>
        {keep}
      </View>
    </View>
  );
}
