import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useDeed } from '../../useDeed.ts';
import { Ask } from './Ask.tsx';
import { identityTexts as texts } from './identity.text.ts';
import { mineApi } from './mineApi.ts';
import type { Correction } from './sayHeld.ts';
import './identity.scss';

/** A request that waits: what to bring where, and the way to take it back. */
export function IdentityWaiting({
  correction,
  onChanged,
}: {
  correction: Correction;
  onChanged: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const withdrawal = useDeed();
  const withdraw = () =>
    withdrawal.run(async () => {
      await mineApi.withdrawCorrection();
      setAsking(false);
      onChanged();
    });
  return (
    <Screen title={texts.title}>
      <View className="title identity-waiting">{texts.waiting}</View>
      <Card tone="waiting">{texts.waitingNote}</Card>
      <Card>
        <Fact label={texts.asked}>{correction.fields.map((field) => texts[field]).join('、')}</Fact>
        <Fact label={texts.askedAt}>{sayTime(correction.requestedAt, Date.now())}</Fact>
      </Card>
      <Notice refused={withdrawal.refused} onNext={withdraw} />
      {asking ? (
        <Ask
          question={texts.withdrawAsk}
          yes={withdrawal.busy ? texts.withdrawing : texts.withdrawYes}
          no={texts.withdrawNo}
          busy={withdrawal.busy}
          onYes={withdraw}
          onNo={() => setAsking(false)}
        />
      ) : (
        <Button kind="text" onPress={() => setAsking(true)}>
          {texts.withdraw}
        </Button>
      )}
    </Screen>
  );
}
