import { whyNotWithdrawConsent } from '@niangjia/shared/joining/consents';
import { refusalEntry } from '@niangjia/shared/refusal';
import { DAY, sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '../../screens.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeed } from '../../useDeed.ts';
import { Ask } from './Ask.tsx';
import { consentsTexts as texts } from './consents.text.ts';
import { GiveAgain } from './GiveAgain.tsx';
import { mineApi } from './mineApi.ts';
import type { Held, MyData } from './sayHeld.ts';

type Given = MyData['consents'][number];

/** What withdrawing this consent would do to what is kept now. */
function meaning({ consent }: Given, held: Held, keeps: MyData['keeps']): string {
  if (consent === 'pledge') return texts.pledge;
  if (consent === 'bank')
    return held.bankCard?.status === 'requested' ? texts.leavesQueue : texts.dropsDigits;
  if (held.status === 'submitted') return texts.takesBack(Math.round(keeps.application / DAY));
  return held.bankCard?.status === 'requested' ? texts.rests + texts.restsAtBank : texts.rests;
}

/** One consent, with its withdrawal. */
export function ConsentCard({
  given,
  held,
  keeps,
  onChanged,
}: {
  given: Given;
  held: Held;
  keeps: MyData['keeps'];
  onChanged: () => void;
}) {
  const { consent, version, givenAt, withdrawnAt } = given;
  const [asking, setAsking] = useState(false);
  const withdrawal = useDeed();
  const now = Date.now();
  const why = whyNotWithdrawConsent(held, consent);
  const withdraw = () =>
    withdrawal.run(async () => {
      await mineApi.withdrawConsent({ consent });
      setAsking(false);
      onChanged();
    });
  return (
    <Card heading={texts.names[consent]}>
      <View className="consent-when small figures">
        <View>
          <View>
            {consent === 'pledge'
              ? texts.spoken(sayTime(givenAt, now))
              : texts.given(sayTime(givenAt, now), version)}
          </View>
          {withdrawnAt ? <View>{texts.withdrawnAt(sayTime(withdrawnAt, now))}</View> : null}
        </View>
        {consent === 'pledge' ? null : withdrawnAt ? (
          <Badge tone="waiting">{texts.withdrawn}</Badge>
        ) : (
          <Badge tone="done">{texts.inForce}</Badge>
        )}
      </View>
      <Notice refused={withdrawal.refused} onNext={withdraw} />
      {consent === 'pledge' ? (
        <View>
          <View className="consent-means">{texts.pledge}</View>
          <Button small onPress={() => open('leave')}>
            {texts.toLeave}
          </Button>
        </View>
      ) : withdrawnAt ? (
        consent === 'bank' ? null : (
          <GiveAgain consent={consent} onGiven={onChanged} />
        )
      ) : asking ? (
        <Ask
          question={meaning(given, held, keeps)}
          yes={withdrawal.busy ? texts.withdrawing : texts.yes}
          no={texts.no}
          busy={withdrawal.busy}
          onYes={withdraw}
          onNo={() => setAsking(false)}
        />
      ) : (
        <View>
          {why ? null : <View className="consent-means">{meaning(given, held, keeps)}</View>}
          <Button
            small
            whyNot={why && refusalEntry(why).text}
            label={`${texts.withdraw} ${texts.names[consent]}`}
            onPress={() => setAsking(true)}
          >
            {texts.withdraw}
          </Button>
        </View>
      )}
    </Card>
  );
}
