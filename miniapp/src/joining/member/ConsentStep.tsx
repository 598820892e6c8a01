import { consentVersions } from '@niangjia/shared/joining/form';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Tick } from '../../ui/Tick.tsx';
import { applyTexts } from './apply.text.ts';
import { consentTexts as texts } from './consent.text.ts';
import './ConsentStep.scss';

type Name = keyof typeof consentVersions;

/** The privacy notice, the separate consent for real-name data, and the pledge: each read and ticked on its own. */
export function ConsentStep({
  onAgree,
  lead = texts.lead,
}: {
  onAgree: (consents: typeof consentVersions) => void;
  /** The sentence above the texts. */
  lead?: string;
}) {
  const [ticked, setTicked] = useState<Partial<Record<Name, boolean>>>({});
  const [asked, setAsked] = useState(false);
  const all = texts.texts.every(({ key }) => ticked[key]);
  return (
    <Screen
      title={applyTexts.title}
      action={
        <View>
          {asked && !all ? <View className="consent-missing">{texts.missing}</View> : null}
          <Button kind="main" onPress={() => (all ? onAgree(consentVersions) : setAsked(true))}>
            {texts.next}
          </Button>
        </View>
      }
    >
      <Progress text={texts.step} step={1} steps={2} />
      <View className="title consent-lead">{lead}</View>
      {texts.texts.map(({ key, heading, paragraphs, tick }) => (
        <Card key={key} heading={heading}>
          {paragraphs.map((paragraph) => (
            <View key={paragraph} className="consent-paragraph">
              {paragraph}
            </View>
          ))}
          <Tick
            on={ticked[key] ?? false}
            onTurn={(on) => setTicked({ ...ticked, [key]: on })}
            error={asked ? applyTexts.tickFirst : undefined}
          >
            {tick}
          </Tick>
        </Card>
      ))}
    </Screen>
  );
}
