import { bankConsentVersion } from '@niangjia/shared/joining/form';
import { DAY, type Instant, saySpan } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { useReminder } from '../../api/askToRemind.ts';
import { api } from '../../api.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { Row } from '../../ui/Row.tsx';
import { Tick } from '../../ui/Tick.tsx';
import { useDeed } from '../../useDeed.ts';
import { useNow } from '../../useNow.ts';
import { useVisible } from '../../useVisible.ts';
import { bankCardTexts as texts } from './bankCard.text.ts';
import type { MembershipCard } from './MemberCard.tsx';

/** Brings the end of the page into view, once the consent is drawn there: its button is not left behind the bar. */
function showEnd(): void {
  setTimeout(() => {
    void Taro.pageScrollTo({ scrollTop: 100_000, duration: 200 }).catch(() => {});
  }, 50);
}

/** Asking for the card: what it is, and after the first tap the consent it needs. */
function Asking({ onAsked }: { onAsked: () => void }) {
  const [opened, open] = useState(false);
  const [agreed, agree] = useState(false);
  const [tried, setTried] = useState(false);
  const asking = useDeed();
  const askToRemind = useReminder();
  const send = async () => {
    setTried(true);
    if (!agreed) return;
    const done = await asking.run(async () => {
      const remind = (await askToRemind('bankCard')).includes('bankCard');
      await api.requestBankCard({ consent: bankConsentVersion, remind });
    });
    if (done) onAsked();
  };
  return (
    <Card>
      <Row title={texts.title} note={texts.about} />
      {opened ? (
        <View>
          <View className="bank-note small">{texts.consentNote}</View>
          <Tick on={agreed} onTurn={agree} error={tried ? texts.tickFirst : undefined}>
            {texts.consent}
          </Tick>
          <View className="bank-note">
            <Button kind="main" busy={asking.busy} onPress={send}>
              {asking.busy ? texts.sending : texts.send}
            </Button>
          </View>
          <Button kind="text" onPress={() => open(false)}>
            {texts.notNow}
          </Button>
          <Notice refused={asking.refused} onNext={send} />
        </View>
      ) : (
        <View className="bank-note">
          <Button
            kind="outline"
            onPress={() => {
              open(true);
              showEnd();
            }}
          >
            {texts.ask}
          </Button>
        </View>
      )}
    </Card>
  );
}

/** How long the clerk has had the request. */
function Waited({ since }: { since: Instant }) {
  const now = useNow(useVisible());
  return <View className="figures">{texts.waited(saySpan(now - since))}</View>;
}

/** The bank's mutual-service card: asked for, being made, or issued. */
export function BankCard({
  card,
  resting,
  onLook,
}: {
  card: MembershipCard;
  /** The page no longer looks by itself whether it is there. */
  resting: boolean;
  onLook: () => void;
}) {
  const { bankCard, scannedAt } = card;
  if (!bankCard) return <Asking onAsked={onLook} />;
  if (bankCard.status === 'requested') {
    return (
      <Card>
        <Row
          title={texts.title}
          note={
            <View>
              <View>{texts.requested}</View>
              <Waited since={bankCard.requestedAt} />
            </View>
          }
          end={<Badge tone="waiting">{texts.step}</Badge>}
        />
        {resting ? (
          <View className="bank-note">
            <View className="small">{texts.resting}</View>
            <Button kind="outline" onPress={onLook}>
              {texts.look}
            </Button>
          </View>
        ) : null}
      </Card>
    );
  }
  // Whoever asks for it another day did not wait since the scan.
  const took = scannedAt === undefined ? undefined : bankCard.issuedAt - scannedAt;
  return (
    <View {...spoken('status')}>
      <Card>
        <Row
          title={texts.title}
          note={
            <View className="figures">
              <View>{bankCard.lastFour ? texts.issued(bankCard.lastFour) : texts.issuedUnknown}</View>
              {took !== undefined && took < DAY ? <View>{texts.took(saySpan(took))}</View> : null}
            </View>
          }
          end={<Badge tone="done">{texts.done}</Badge>}
        />
      </Card>
    </View>
  );
}
