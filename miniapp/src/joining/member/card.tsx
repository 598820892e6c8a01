import { maskName } from '@niangjia/shared/masking';
import { SECOND, saySpan } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { api } from '../../api.ts';
import { open, replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useCareMode } from '../../ui/careMode.ts';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useNow } from '../../useNow.ts';
import { useVisible } from '../../useVisible.ts';
import { learn } from '../standing.ts';
import { BankCard } from './BankCard.tsx';
import { cardTexts as texts } from './card.text.ts';
import { MemberCard, type MembershipCard } from './MemberCard.tsx';
import { useAwaited } from './useAwaited.ts';
import { useCardToken } from './useCardToken.ts';
import './card.scss';

/** The card's QR code, renewed while it is looked at, and how long the way to it took. */
function CardCode({ card }: { card: MembershipCard }) {
  const visible = useVisible();
  const [care] = useCareMode();
  const { token, refused } = useCardToken(visible && card.membership === 'active');
  const now = useNow(visible && token !== undefined);
  const valid = token !== undefined && now < token.endsAt;
  const took = token && card.scannedAt ? token.shownAt - card.scannedAt : undefined;
  const seconds = token ? Math.max(0, Math.ceil((token.endsAt - now) / SECOND)) : 0;
  const side = care ? 268 : 236;
  return (
    <View>
      <Card>
        <View className="card-code" style={{ minHeight: `${side}px` }}>
          {valid ? <QrCode text={token.token} size={side} label={texts.qr} /> : null}
        </View>
        <View className="card-told small">{texts.show(maskName(card.name))}</View>
        <View className="card-told small figures">{valid ? texts.renews(seconds) : texts.renewing}</View>
      </Card>
      <Notice refused={refused} />
      {took !== undefined && took >= 0 ? (
        <Card tone="done">
          <View className="card-took figures">{texts.took(saySpan(took))}</View>
          <View className="small">{texts.welcome}</View>
        </Card>
      ) : null}
    </View>
  );
}

async function ownCard(): Promise<MembershipCard> {
  const { person } = await api.login();
  const card = await api.getCard();
  learn(person.id, card.membership === 'left' ? 'left' : 'approved');
  return card;
}

/** Why the card can't be shown now, and what can be done about it. */
function NotInForce({ says, next, onNext }: { says: string; next: string; onNext: () => void }) {
  return (
    <Card tone="waiting">
      <View className="card-says">{says}</View>
      <Button small kind="outline" onPress={onNext}>
        {next}
      </Button>
    </Card>
  );
}

/** While the clerk makes the bank card, the page finds out by itself when it is there. */
const nothingToCome = (card: MembershipCard) =>
  card.membership !== 'active' || card.bankCard?.status !== 'requested';

/** The membership card. */
export default function CardPage() {
  const asked = useAwaited(ownCard, nothingToCome);
  const { answer: card } = asked;
  return (
    <Screen
      title={texts.title}
      root
      action={
        <Button kind="plain" onPress={() => replaceWith('home')}>
          {texts.home}
        </Button>
      }
    >
      <Notice refused={asked.refused} onNext={asked.look} />
      {card ? <MemberCard card={card} turning={card.shownAt === undefined} /> : null}
      {card?.membership === 'active' ? <CardCode card={card} /> : null}
      {card?.membership === 'active' ? (
        <BankCard card={card} resting={asked.resting} onLook={asked.look} />
      ) : null}
      {card?.membership === 'suspended' ? (
        <NotInForce says={texts.suspended} next={texts.resume} onNext={() => open('consents')} />
      ) : null}
      {card?.membership === 'left' ? (
        <NotInForce says={texts.left} next={texts.joinAgain} onNext={() => open('apply')} />
      ) : null}
      {!card && !asked.refused ? (
        <View>
          <Skeleton lines={[40, 60, 80, 50]} />
          <Skeleton lines={[60, 60, 60]} />
        </View>
      ) : null}
    </Screen>
  );
}
