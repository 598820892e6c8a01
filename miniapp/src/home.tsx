import { View } from '@tarojs/components';
import { useShareAppMessage } from '@tarojs/taro';
import { lazy, Suspense } from 'react';
import { HomeOwn } from './HomeOwn.tsx';
import { homeTexts as texts } from './home.text.ts';
import { open, shareCard } from './screens.ts';
import { Button } from './ui/Button.tsx';
import { Card } from './ui/Card.tsx';
import { CareRow } from './ui/CareRow.tsx';
import { Notice } from './ui/Notice.tsx';
import { Row } from './ui/Row.tsx';
import { Screen } from './ui/Screen.tsx';
import { Skeleton } from './ui/Skeleton.tsx';
import { useOwn } from './useOwn.ts';
import './home.scss';

const ActingAs = process.env.TARO_APP_DEMO ? lazy(() => import('./demo/ActingAs.tsx')) : undefined;

// Only a phone signs a web page in; in the development build a window can be one.
const onPhone = process.env.TARO_ENV === 'weapp' || Boolean(process.env.TARO_APP_DEMO);

/** The first page: the one thing somebody most likely came for, then what else can be done. */
export default function HomePage() {
  const asked = useOwn();
  useShareAppMessage(() => shareCard(texts.share, 'home'));
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
      tab="home"
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
        {first ? (
          <Row
            title={onPhone ? texts.scanWeb : texts.signIns}
            note={onPhone ? texts.scanWebNote : texts.signInsNote}
            end="›"
            onPress={() => open(onPhone ? 'confirm' : 'signIns')}
          />
        ) : null}
        {offer?.screen === 'card' ? (
          <Row title={texts.venues} note={texts.venuesNote} end="›" onPress={() => open('venues')} />
        ) : null}
        {offer?.screen === 'card' ? (
          <Row title={texts.bookings} note={texts.bookingsNote} end="›" onPress={() => open('bookings')} />
        ) : null}
        {offer?.screen === 'card' ? (
          <Row title={texts.clubs} note={texts.clubsNote} end="›" onPress={() => open('clubs')} />
        ) : null}
        <Row title={texts.verify} note={texts.verifyNote} end="›" onPress={() => open('verify')} />
        {offer?.screen === 'apply' && !first ? (
          <Row title={texts.bind} note={texts.bindNote} end="›" onPress={() => open('bind')} />
        ) : null}
        <CareRow />
      </Card>
      {ActingAs ? (
        <Suspense fallback={null}>
          <ActingAs />
        </Suspense>
      ) : null}
    </Screen>
  );
}
