import { saySpan } from '@niangjia/shared/time';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useDeed } from '../../useDeed.ts';
import { useNow } from '../../useNow.ts';
import type { Standing } from '../standing.ts';
import { statusTexts as texts } from './status.text.ts';
import type { Awaited } from './useAwaited.ts';
import './WaitingView.scss';

/** Waiting for the decision: what happens, how long it has been, and the way to take it back. */
export function WaitingView({
  standing,
  waiting,
}: {
  standing: Extract<Standing, { status: 'submitted' }>;
  waiting: Awaited<Standing>;
}) {
  const now = useNow(waiting.visible);
  const [asking, setAsking] = useState(false);
  const withdrawal = useDeed();
  const withdraw = () =>
    withdrawal.run(async () => {
      await api.withdrawApplication();
      setAsking(false);
      waiting.look();
    });
  return (
    <Screen
      title={texts.title}
      action={
        waiting.resting ? (
          <Button kind="main" onPress={waiting.look}>
            {texts.look}
          </Button>
        ) : undefined
      }
    >
      <View className="title">{texts.waiting}</View>
      <View className="small">{texts.reviewBy(standing.org)}</View>
      <Card>
        <View className="small">{texts.waited}</View>
        <View className="waiting-figure figures">{saySpan(now - standing.submittedAt)}</View>
        <View>{standing.onSite ? texts.onSiteNote : texts.onlineNote}</View>
      </Card>
      <Card>
        <Row title={texts.steps.submitted} end={<Badge tone="done">{texts.done}</Badge>} />
        <Row title={texts.steps.review} end={<Badge tone="waiting">{texts.now}</Badge>} />
        <Row title={texts.steps.card} end={<Text className="small">{texts.next}</Text>} />
      </Card>
      <View className="small waiting-turns">{waiting.resting ? texts.resting : texts.turns}</View>
      {waiting.refused ? <Card tone="waiting">{texts.offline}</Card> : null}
      <Notice refused={withdrawal.refused} onNext={withdraw} />
      {asking ? (
        <Card>
          <View className="waiting-ask">{texts.withdrawAsk}</View>
          <View className="waiting-answers">
            <Button small kind="plain" onPress={() => setAsking(false)}>
              {texts.withdrawNo}
            </Button>
            <Button small kind="outline" busy={withdrawal.busy} onPress={withdraw}>
              {withdrawal.busy ? texts.withdrawing : texts.withdrawYes}
            </Button>
          </View>
        </Card>
      ) : (
        <View className="waiting-withdraw">
          <Button small kind="text" onPress={() => setAsking(true)}>
            {texts.withdraw}
          </Button>
        </View>
      )}
    </Screen>
  );
}
