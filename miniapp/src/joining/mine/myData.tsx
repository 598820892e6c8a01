import { whyNotCorrect } from '@niangjia/shared/joining/correction';
import { whyNotForget } from '@niangjia/shared/joining/forgetting';
import { whyNotLeave } from '@niangjia/shared/joining/membership';
import { sayDay } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { open } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { mineApi } from './mineApi.ts';
import { myDataTexts as texts } from './myData.text.ts';
import { sayHeld } from './sayHeld.ts';
import './myData.scss';

/** Everything that is kept of the person, masked until they tap, and what they may do about it. */
export default function MyDataPage() {
  const asked = useAnswer(() => mineApi.getMyData(), 'my data');
  const [whole, setWhole] = useState(false);
  // Coming back from correcting or leaving, something has changed.
  useDidShow(() => {
    if (asked.answer) asked.again();
  });
  const { answer } = asked;
  const held = answer?.application;
  return (
    <Screen
      title={texts.title}
      action={
        held ? (
          <Button kind="outline" onPress={() => setWhole(!whole)}>
            {whole ? texts.hide : texts.show}
          </Button>
        ) : undefined
      }
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      {!answer && !asked.refused ? (
        <View>
          <Skeleton lines={[60, 80, 80, 50]} />
          <Skeleton lines={[40, 70]} />
        </View>
      ) : null}
      {answer && !held ? (
        <Empty text={texts.none} note={texts.noneNote} next={texts.apply} onNext={() => open('apply')} />
      ) : null}
      {held ? (
        <View>
          <View className="title">{texts.headline}</View>
          <View className="small my-data-masked">{texts.masked}</View>
          {sayHeld(held, Date.now(), whole).map(({ heading, facts, use }) => (
            <Card key={heading} heading={heading}>
              {facts.map(([label, text]) => (
                <Fact key={label} label={label}>
                  {text}
                </Fact>
              ))}
              <View className="small my-data-use">{use}</View>
            </Card>
          ))}
        </View>
      ) : null}
      {answer ? (
        <Card heading={texts.more}>
          {whyNotCorrect(held) ? null : (
            <Row title={texts.correct} note={texts.correctNote} end="›" onPress={() => open('correct')} />
          )}
          {whyNotCorrect(held) ? null : (
            <Row
              title={texts.identityWrong}
              note={answer.correction?.status === 'requested' ? texts.identityWaiting : texts.identityNote}
              end="›"
              onPress={() => open('identity')}
            />
          )}
          {held ? (
            <Row title={texts.consents} note={texts.consentsNote} end="›" onPress={() => open('consents')} />
          ) : null}
          <Row title={texts.readings} note={texts.readingsNote} end="›" onPress={() => open('readings')} />
          <Row title={texts.copy} note={texts.copyNote} end="›" onPress={() => open('copy')} />
          {whyNotLeave(held) ? null : (
            <Row title={texts.leave} note={texts.leaveNote} end="›" onPress={() => open('leave')} />
          )}
          {whyNotForget({ application: held, isStaff: false }) ? null : (
            <Row
              title={texts.forget}
              note={
                answer.forgetting?.askedAt
                  ? texts.forgetAsked(sayDay(answer.forgetting.until))
                  : texts.forgetNote
              }
              end="›"
              onPress={() => open('forget')}
            />
          )}
        </Card>
      ) : null}
    </Screen>
  );
}
