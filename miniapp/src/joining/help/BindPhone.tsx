import { View } from '@tarojs/components';
import { useState } from 'react';
import { scan } from '../../scan.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Tick } from '../../ui/Tick.tsx';
import { useDeed } from '../../useDeed.ts';
import { bindTexts as texts } from './findMember.text.ts';
import { helpApi } from './helpApi.ts';
import { type Found, MemberDesk } from './MemberDesk.tsx';

const scanText = process.env.TARO_ENV === 'weapp' ? texts.scan : texts.photo;
const isWhole = (typed: string) => typed.replace(/[\s-]/g, '').length === 8;

/** Binding the phone that is shown at the desk: its code, and that the document was seen. */
export function BindPhone({
  found,
  onDone,
  onChanged,
}: {
  found: Found;
  onDone: (at: number) => void;
  /** A colleague was first: what is shown is no more so. */
  onChanged: () => void;
}) {
  const [scanned, setScanned] = useState<string>();
  const [typed, setTyped] = useState('');
  const [unreadable, setUnreadable] = useState(false);
  const [seen, see] = useState(false);
  const deed = useDeed();
  const code = scanned ?? (isWhole(typed) ? typed : undefined);

  const scanCode = async () => {
    deed.clear();
    const text = await scan();
    setUnreadable(text === '');
    if (text) setScanned(text);
  };
  const bind = () =>
    deed.run(async () => {
      const { id, account } = found.member;
      const input = { id, code: code ?? '', seen: account.seen, evidence: 'seenAtDesk' } as const;
      try {
        onDone((await helpApi.bindAccount(input)).boundAt);
      } catch (thrown) {
        // Whatever was wrong with this code, the next one is another.
        setScanned(undefined);
        setTyped('');
        throw thrown;
      }
    });

  return (
    <MemberDesk
      found={found}
      notice={
        <Notice
          refused={deed.refused}
          onNext={deed.refused?.code === 'ACCOUNT_CHANGED' ? onChanged : deed.clear}
        />
      }
      action={
        <Button
          kind="main"
          busy={deed.busy}
          whyNot={!code ? texts.codeFirst : seen ? undefined : texts.seenFirst}
          onPress={bind}
        >
          {texts.bind}
        </Button>
      }
    >
      <Card heading={texts.heading}>
        {texts.steps.map((step, i) => (
          <View key={step} className="found-step">
            {i + 1}. {step}
          </View>
        ))}
        <View className="found-acts">
          <Button kind="outline" onPress={scanCode}>
            {scanned ? texts.scanned : scanText}
          </Button>
        </View>
        {unreadable ? <View className="small">{texts.unreadable}</View> : null}
        {scanned ? null : (
          <Field
            label={texts.typed}
            value={typed}
            onType={setTyped}
            placeholder={texts.typedExample}
            longest={12}
            confirm="done"
          />
        )}
        <Tick on={seen} onTurn={see}>
          {texts.seen}
        </Tick>
        <View className="small">{texts.before}</View>
      </Card>
    </MemberDesk>
  );
}
