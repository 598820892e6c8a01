import type { BasicConsent } from '@niangjia/shared/joining/consents';
import { consentVersions } from '@niangjia/shared/joining/form';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Tick } from '../../ui/Tick.tsx';
import { useDeed } from '../../useDeed.ts';
import { consentTexts } from '../member/consent.text.ts';
import { consentsTexts as texts } from './consents.text.ts';
import { mineApi } from './mineApi.ts';

/** The text again, read and ticked, and the membership goes on. */
export function GiveAgain({ consent, onGiven }: { consent: BasicConsent; onGiven: () => void }) {
  const [ticked, setTicked] = useState(false);
  const [asked, setAsked] = useState(false);
  const giving = useDeed();
  const text = consentTexts.texts.find(({ key }) => key === consent);
  const give = () => {
    setAsked(true);
    if (!ticked) return;
    void giving.run(async () => {
      await mineApi.giveConsent(
        consent === 'privacy'
          ? { consent, version: consentVersions.privacy }
          : { consent, version: consentVersions.realName },
      );
      onGiven();
    });
  };
  return (
    <View>
      {text?.paragraphs.map((paragraph) => (
        <View key={paragraph} className="consent-read">
          {paragraph}
        </View>
      ))}
      <Tick on={ticked} onTurn={setTicked} error={asked && !ticked ? texts.tickFirst : undefined}>
        {text?.tick ?? ''}
      </Tick>
      <Notice refused={giving.refused} onNext={give} />
      <Button kind="main" busy={giving.busy} onPress={give}>
        {giving.busy ? texts.giving : texts.giveAgain}
      </Button>
    </View>
  );
}
