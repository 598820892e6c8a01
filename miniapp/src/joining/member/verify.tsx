import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api.ts';
import { scan } from '../../scan.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useDeed } from '../../useDeed.ts';
import { verifyTexts as texts } from './verify.text.ts';
import './verify.scss';

type Verdict = ResponseOf<typeof joining.verifyCard>;

function VerdictCard({ verdict }: { verdict: Verdict }) {
  return (
    <View {...spoken('status')}>
      <Card tone={verdict.valid ? 'done' : 'wrong'}>
        <View className={verdict.valid ? 'verify-verdict verify-valid' : 'verify-verdict verify-invalid'}>
          {verdict.valid ? `✓ ${texts.valid}` : `✕ ${texts.invalid}`}
        </View>
        {verdict.valid ? null : <View>{texts.invalidNote}</View>}
        {verdict.valid ? <Row title={texts.name} end={verdict.name} /> : null}
        {verdict.valid ? <Row title={texts.org} end={verdict.org} /> : null}
      </Card>
    </View>
  );
}

/** Checking somebody's card: valid or not, the masked name and the union, nothing else. */
export default function VerifyPage() {
  const [typed, setTyped] = useState('');
  const [verdict, setVerdict] = useState<Verdict>();
  const [unreadable, setUnreadable] = useState(false);
  const checking = useDeed();
  const check = (token: string) =>
    checking.run(async () => {
      setVerdict(undefined);
      setVerdict(await api.verifyCard({ token }));
      setTyped('');
    });
  const scanAndCheck = async () => {
    checking.clear();
    const text = await scan();
    setUnreadable(text === '');
    if (text) await check(text);
  };
  const scanText = process.env.TARO_ENV === 'weapp' ? texts.scan : texts.photo;
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="main" busy={checking.busy} onPress={scanAndCheck}>
          {checking.busy ? texts.checking : verdict ? texts.again : scanText}
        </Button>
      }
    >
      <View className="title">{texts.headline}</View>
      <View className="small verify-note">{texts.note}</View>
      {verdict ? <VerdictCard verdict={verdict} /> : null}
      {unreadable ? <Card tone="waiting">{texts.unreadable}</Card> : null}
      <Notice refused={checking.refused} onNext={scanAndCheck} />
      <Card>
        <Field
          label={texts.typed}
          value={typed}
          onType={setTyped}
          longest={2048}
          confirm="done"
          end={
            <Button small onPress={() => (typed.trim() ? check(typed.trim()) : undefined)}>
              {texts.check}
            </Button>
          }
        />
      </Card>
    </Screen>
  );
}
