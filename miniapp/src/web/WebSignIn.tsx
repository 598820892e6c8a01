import { View } from '@tarojs/components';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { spoken } from '../ui/press.ts';
import { QrCode } from '../ui/QrCode.tsx';
import { coverPage } from './coverPage.ts';
import { showCode, type Waiting, whileWaiting } from './pageLogin.ts';
import { webTexts as texts } from './web.text.ts';
import './WebSignIn.scss';

const SIDE = 248;
const COVER = 'web';

// In the development build for H5 only: where to find a phone.
const DemoPhone = process.env.TARO_APP_DEMO ? lazy(() => import('../demo/DemoPhone.tsx')) : undefined;

function Code({ waiting }: { waiting: Waiting }) {
  if (waiting.over || (waiting.refused && !waiting.text)) {
    return (
      <View className="web-code web-code-over" {...spoken('status')}>
        {waiting.over ? <View className="heading">{texts.over}</View> : null}
        <View className="web-another">
          <Button kind="main" small onPress={() => void showCode()}>
            {texts.another}
          </Button>
        </View>
      </View>
    );
  }
  return (
    <View className="web-code">
      {waiting.text ? <QrCode text={waiting.text} size={SIDE} label={texts.code} /> : null}
    </View>
  );
}

/**
 * H5: a code to scan, over the whole page, while somebody is waiting to be signed in. What they were going
 * to, or had begun, stands behind it and goes on by itself.
 */
export default function WebSignIn() {
  const [waiting, setWaiting] = useState<Waiting>();
  useEffect(() => whileWaiting(setWaiting), []);
  const covered = waiting !== undefined;
  useEffect(() => (covered ? coverPage(COVER) : undefined), [covered]);
  if (!waiting) return null;
  return (
    <View className={COVER} role="dialog" aria-modal="true" aria-label={texts.title}>
      <View className="web-column">
        <View className="title web-title">{texts.title}</View>
        {waiting.ended ? <Card tone="waiting">{texts.ended}</Card> : null}
        <Notice refused={waiting.refused} />
        <Card>
          <View className="web-desk">
            <Code waiting={waiting} />
            <View className="web-steps">
              {texts.steps.map((step, i) => (
                <View key={step} className="web-step">
                  <View className="web-number figures">{i + 1}</View>
                  <View className="web-words">{step}</View>
                </View>
              ))}
              <View className="small">{texts.good}</View>
            </View>
          </View>
        </Card>
        <View className="small">{texts.forStaff}</View>
        {DemoPhone ? (
          <Suspense fallback={null}>
            <DemoPhone />
          </Suspense>
        ) : null}
      </View>
    </View>
  );
}
