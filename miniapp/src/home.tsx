import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { lazy, Suspense } from 'react';
import { api } from './api.ts';
import { HomeOwn } from './HomeOwn.tsx';
import { homeTexts as texts } from './home.text.ts';
import { deskOf, offerFor } from './homeOffer.ts';
import { draftOf, hasBegun } from './joining/draft.ts';
import { learn } from './joining/standing.ts';
import { open } from './screens.ts';
import { Button } from './ui/Button.tsx';
import { Card } from './ui/Card.tsx';
import { useCareMode } from './ui/careMode.ts';
import { Notice } from './ui/Notice.tsx';
import { Row } from './ui/Row.tsx';
import { Screen } from './ui/Screen.tsx';
import { Skeleton } from './ui/Skeleton.tsx';
import { useAnswer } from './useAnswer.ts';
import './home.scss';

const ActingAs = process.env.TARO_APP_DEMO ? lazy(() => import('./demo/ActingAs.tsx')) : undefined;

async function whatFor() {
  const { person, staff } = await api.login();
  const standing = await api.getMyApplication();
  learn(person.id, standing.status);
  return { offer: offerFor(standing, hasBegun(draftOf(person.id))), desk: deskOf(staff) };
}

/** The first page: the one thing somebody most likely came for, then the rest. */
export default function HomePage() {
  const [care, turnCare] = useCareMode();
  const asked = useAnswer(whatFor, 'home');
  // Coming back from another page, things may have changed.
  useDidShow(() => {
    if (asked.answer) asked.again();
  });
  const offer = asked.answer?.offer;
  const desk = asked.answer?.desk ?? [];
  const first = desk[0];
  const go = () => {
    if (first) open(first.screen, { org: first.org.id });
    else if (offer) open(offer.screen);
  };
  return (
    <Screen
      title={texts.title}
      root
      action={
        offer ? (
          <Button kind="main" onPress={go}>
            {first ? first.text : offer.button}
          </Button>
        ) : undefined
      }
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      {!offer && asked.loading ? <Skeleton lines={[70, 50, 90]} /> : null}
      {first ? (
        <View>
          <View className="title home-desk">{texts.desk}</View>
          <Card>
            {desk.map(({ screen, text, org }) => (
              <Row
                key={`${screen} ${org.id}`}
                title={text}
                note={org.name}
                end="›"
                onPress={() => open(screen, { org: org.id })}
              />
            ))}
          </Card>
        </View>
      ) : offer ? (
        <HomeOwn offer={offer} />
      ) : null}
      <Card heading={texts.more}>
        {first && offer ? (
          <Row title={texts.own} note={offer.says} end="›" onPress={() => open(offer.screen)} />
        ) : null}
        <Row title={texts.verify} note={texts.verifyNote} end="›" onPress={() => open('verify')} />
        <Row
          title={texts.care}
          note={texts.careNote}
          end={<Text className={care ? 'home-on' : ''}>{care ? texts.on : texts.off}</Text>}
          on={care}
          onPress={() => turnCare(!care)}
        />
      </Card>
      {ActingAs ? (
        <Suspense fallback={null}>
          <ActingAs />
        </Suspense>
      ) : null}
    </Screen>
  );
}
