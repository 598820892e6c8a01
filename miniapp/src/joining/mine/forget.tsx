import { whyNotForget } from '@niangjia/shared/joining/forgetting';
import { sayDay } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { forgetLogin } from '../../api/signIn.ts';
import { api } from '../../api.ts';
import { goBack, open, replaceWith } from '../../screens.ts';
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
import { unlearn } from '../standing.ts';
import { forgetTexts as texts } from './forget.text.ts';
import { mineApi } from './mineApi.ts';
import type { MyData } from './sayHeld.ts';
import { WhyNot } from './WhyNot.tsx';
import './forget.scss';

/** What goes now, what stays until when and why, and what happens then: read first. */
function Meaning({ data, until, onNext }: { data: MyData; until: number; onNext: () => void }) {
  const wasMember = data.application?.cardNumber !== undefined;
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
      <View className="title forget-title">{texts.headline}</View>
      <Card heading={texts.now}>
        <Row title={texts.nowMessages} note={texts.nowMessagesNote} />
        {wasMember ? <Row title={texts.nowBookings} note={texts.nowBookingsNote} /> : null}
        {data.correction ? <Row title={texts.nowCorrection} note={texts.nowCorrectionNote} /> : null}
      </Card>
      <Card heading={texts.until(sayDay(until))}>
        {wasMember ? (
          <Row title={texts.keptMember} note={texts.keptMemberNote} />
        ) : (
          <Row title={texts.keptApplication} note={texts.keptApplicationNote} />
        )}
        <Row title={texts.keptAccount} note={texts.keptAccountNote} />
      </Card>
      <Card heading={texts.finally}>
        <Row title={texts.thenKey} note={texts.thenKeyNote} />
        <Row title={texts.thenRecords} note={texts.thenRecordsNote} />
      </Card>
    </Screen>
  );
}

/** The second step, on its own: ticked, then asked for. The only one where nothing has to be kept. */
function Ask({ kept, onDone }: { kept: boolean; onDone: (until: number | undefined) => void }) {
  const [ticked, setTicked] = useState(false);
  const [tapped, setTapped] = useState(false);
  const asking = useDeed();
  const ask = () => {
    setTapped(true);
    if (!ticked) return;
    void asking.run(async () => {
      const { person } = await api.login();
      const answer = await mineApi.forgetMe();
      unlearn(person.id);
      // Whoever opens the app next is somebody new.
      if (answer.until === undefined) forgetLogin();
      onDone(answer.until);
    });
  };
  return (
    <Screen
      title={texts.title}
      action={
        <View>
          <Notice refused={asking.refused} onNext={ask} />
          <Button kind="outline" busy={asking.busy} onPress={ask}>
            {asking.busy ? texts.asking : texts.ask}
          </Button>
          <Button kind="text" onPress={goBack}>
            {texts.stay}
          </Button>
        </View>
      }
    >
      {kept ? <Progress text={texts.step(2)} step={2} steps={2} /> : null}
      <View className="title forget-title">{kept ? texts.sure : texts.nothing}</View>
      <Card>
        <View>{kept ? texts.sureNote : texts.nothingNote}</View>
        <Tick on={ticked} onTurn={setTicked} error={tapped && !ticked ? texts.tickFirst : undefined}>
          {texts.tick}
        </Tick>
      </Card>
    </Screen>
  );
}

/** After asking: until when something is kept, and the way back. */
function Asked({ until }: { until: number }) {
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="outline" onPress={() => open('myData')}>
          {texts.see}
        </Button>
      }
    >
      <Empty
        text={texts.asked(sayDay(until))}
        note={texts.askedNote}
        next={texts.again}
        onNext={() => open('apply')}
      />
    </Screen>
  );
}

/** Being forgotten: what it means first, then asked for, then when it is done. */
export default function ForgetPage() {
  const answer = useAnswer(() => mineApi.getMyData(), 'my data');
  const [read, setRead] = useState(false);
  const [done, setDone] = useState<{ until: number | undefined }>();
  const data = answer.answer;
  if (done && done.until === undefined) {
    return (
      <Screen title={texts.title}>
        <Empty
          text={texts.forgotten}
          note={texts.forgottenNote}
          next={texts.home}
          onNext={() => replaceWith('home')}
        />
      </Screen>
    );
  }
  if (!data) {
    return (
      <Screen title={texts.title}>
        <Notice refused={answer.refused} onNext={answer.again} />
        {answer.refused ? null : <Skeleton lines={[60, 90, 90]} />}
      </Screen>
    );
  }
  const why = whyNotForget({ application: data.application, isStaff: false });
  if (why) {
    return (
      <Screen title={texts.title}>
        <WhyNot code={why} />
      </Screen>
    );
  }
  const { forgetting } = data;
  const until = done?.until ?? (forgetting?.askedAt ? forgetting.until : undefined);
  if (until !== undefined) return <Asked until={until} />;
  if (forgetting && !read)
    return <Meaning data={data} until={forgetting.until} onNext={() => setRead(true)} />;
  return <Ask kept={forgetting !== undefined} onDone={(when) => setDone({ until: when })} />;
}
