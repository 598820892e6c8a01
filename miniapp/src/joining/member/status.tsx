import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { open, replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { RejectedView } from './RejectedView.tsx';
import { statusTexts as texts } from './status.text.ts';
import { useDecision } from './useDecision.ts';
import { useKeptDraft } from './useKeptDraft.ts';
import { WaitingView } from './WaitingView.tsx';

/** Where one's application stands; turns into the card by itself when it is approved. */
export default function StatusPage() {
  const decision = useDecision();
  const { answer: standing, refused } = decision;
  const approved = standing?.status === 'approved';
  useEffect(() => {
    if (approved) replaceWith('card');
  }, [approved]);

  if (!standing) {
    return (
      <Screen title={texts.title}>
        <Notice refused={refused} onNext={decision.look} />
        {refused ? null : <Skeleton lines={[60, 90, 40]} />}
      </Screen>
    );
  }
  switch (standing.status) {
    case 'submitted':
      return <WaitingView standing={standing} waiting={decision} />;
    case 'rejected':
      return <RejectedView standing={standing} />;
    case 'approved':
      return (
        <Screen title={texts.title}>
          <View className="heading">{texts.approved}</View>
        </Screen>
      );
    case 'left':
      return (
        <Screen title={texts.title} action={<ApplyAgain text={texts.applyAgain} />}>
          <Empty text={texts.left} note={texts.leftNote} />
        </Screen>
      );
    case 'withdrawn':
      return (
        <Screen title={texts.title} action={<ApplyAgain text={texts.applyAgain} />}>
          <Withdrawn />
        </Screen>
      );
    case 'none':
      return (
        <Screen title={texts.title} action={<ApplyAgain text={texts.apply} />}>
          <Empty text={texts.none} note={texts.noneNote} />
        </Screen>
      );
  }
}

function Withdrawn() {
  return <Empty text={texts.withdrawn} note={useKeptDraft() ? texts.withdrawnNote : texts.withdrawnGone} />;
}

function ApplyAgain({ text }: { text: string }) {
  return (
    <Button kind="main" onPress={() => open('apply')}>
      {text}
    </Button>
  );
}
