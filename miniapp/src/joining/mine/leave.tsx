import { whyNotLeave } from '@niangjia/shared/joining/membership';
import { DAY } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api.ts';
import { goBack, replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tick } from '../../ui/Tick.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { learn } from '../standing.ts';
import { leaveTexts as texts } from './leave.text.ts';
import { mineApi } from './mineApi.ts';
import { WhyNot } from './WhyNot.tsx';
import './leave.scss';

/** What leaving means, read first. */
function Meaning({ years, onNext }: { years: number; onNext: () => void }) {
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="outline" onPress={onNext}>
          {texts.next}
        </Button>
      }
    >
      <Progress text={texts.step(1)} step={1} steps={2} />
      <View className="title leave-title">{texts.headline}</View>
      <Card>
        <Row title={texts.card} note={texts.cardNote} />
        <Row title={texts.bookings} note={texts.bookingsNote} />
        <Row title={texts.bank} note={texts.bankNote} />
        <Row title={texts.back} note={texts.backNote} />
        <Row title={texts.kept(years)} note={texts.keptNote} />
      </Card>
    </Screen>
  );
}

/** The second step, on its own: ticked, then confirmed. */
function Confirm({ onLeft }: { onLeft: () => void }) {
  const [ticked, setTicked] = useState(false);
  const [asked, setAsked] = useState(false);
  const leaving = useDeed();
  const leave = () => {
    setAsked(true);
    if (!ticked) return;
    void leaving.run(async () => {
      const { person } = await api.login();
      await mineApi.leaveUnion();
      learn(person.id, 'left');
      onLeft();
    });
  };
  return (
    <Screen
      title={texts.title}
      action={
        <View>
          <Notice refused={leaving.refused} onNext={leave} />
          <Button kind="main" busy={leaving.busy} onPress={leave}>
            {leaving.busy ? texts.leaving : texts.leave}
          </Button>
          <Button kind="text" onPress={goBack}>
            {texts.stay}
          </Button>
        </View>
      }
    >
      <Progress text={texts.step(2)} step={2} steps={2} />
      <View className="title leave-title">{texts.sure}</View>
      <Card>
        <View>{texts.sureNote}</View>
        <Tick on={ticked} onTurn={setTicked} error={asked && !ticked ? texts.tickFirst : undefined}>
          {texts.tick}
        </Tick>
      </Card>
    </Screen>
  );
}

function Left() {
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="outline" onPress={() => replaceWith('myData')}>
          {texts.toMyData}
        </Button>
      }
    >
      <Empty text={texts.left} note={texts.leftNote} next={texts.again} onNext={() => replaceWith('apply')} />
    </Screen>
  );
}

const YEAR = 365.25 * DAY;

/** Leaving the union: what it means first, then a tick and a tap. */
export default function LeavePage() {
  const asked = useAnswer(() => mineApi.getMyData(), 'my data');
  const [step, setStep] = useState<'meaning' | 'confirm' | 'left'>('meaning');
  const { answer } = asked;
  if (step === 'left') return <Left />;
  if (!answer) {
    return (
      <Screen title={texts.title}>
        <Notice refused={asked.refused} onNext={asked.again} />
        {asked.refused ? null : <Skeleton lines={[60, 90, 90]} />}
      </Screen>
    );
  }
  const held = answer.application;
  const why = whyNotLeave(held);
  if (why) {
    return (
      <Screen title={texts.title}>
        <WhyNot code={why} />
      </Screen>
    );
  }
  if (step === 'confirm') return <Confirm onLeft={() => setStep('left')} />;
  return <Meaning years={Math.round(answer.keeps.membership / YEAR)} onNext={() => setStep('confirm')} />;
}
