import type { Role } from '@niangjia/shared/roles';
import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { lazy, Suspense } from 'react';
import type { Login } from './api/signIn.ts';
import { api } from './api.ts';
import { homeTexts as texts } from './home.text.ts';
import { draftOf, hasBegun } from './joining/draft.ts';
import { learn, type Standing } from './joining/standing.ts';
import { open, type ScreenName } from './screens.ts';
import { Button } from './ui/Button.tsx';
import { Card } from './ui/Card.tsx';
import { useCareMode } from './ui/careMode.ts';
import { Notice } from './ui/Notice.tsx';
import { press } from './ui/press.ts';
import { Row } from './ui/Row.tsx';
import { Screen } from './ui/Screen.tsx';
import { Skeleton } from './ui/Skeleton.tsx';
import { useAnswer } from './useAnswer.ts';
import './home.scss';

const ActingAs = process.env.TARO_APP_DEMO ? lazy(() => import('./demo/ActingAs.tsx')) : undefined;

interface Offer {
  readonly says: string;
  readonly note?: string;
  readonly button: string;
  readonly screen: ScreenName;
}

/** What somebody most likely came for, by where their application stands. */
function offerFor(standing: Standing, begun: boolean): Offer {
  switch (standing.status) {
    case 'submitted':
      return { says: texts.submitted, note: standing.org, button: texts.seeStatus, screen: 'status' };
    case 'approved':
      return { says: texts.approved, note: standing.org, button: texts.seeCard, screen: 'card' };
    case 'rejected':
      return { says: texts.rejected, note: standing.org, button: texts.mend, screen: 'status' };
    case 'voided':
      return { says: texts.voided, note: standing.org, button: texts.see, screen: 'status' };
    case 'withdrawn':
      return { says: texts.withdrawn, note: texts.begunNote, button: texts.apply, screen: 'apply' };
    case 'none':
      return begun
        ? { says: texts.begun, note: texts.begunNote, button: texts.goOn, screen: 'apply' }
        : { says: texts.none, note: texts.noneNote, button: texts.apply, screen: 'apply' };
  }
}

const deskScreens: readonly { role: Role; screen: ScreenName; text: string }[] = [
  { role: 'reviewer', screen: 'queue', text: texts.queue },
  { role: 'reviewer', screen: 'sessions', text: texts.sessions },
  { role: 'auditor', screen: 'sessions', text: texts.sessions },
];

/** Where staff work, for each org they act for. */
function Desk({ staff }: { staff: Login['staff'] }) {
  const rows = staff.flatMap(({ role, org }) =>
    deskScreens.filter((entry) => entry.role === role).map((entry) => ({ ...entry, org })),
  );
  if (rows.length === 0) return null;
  return (
    <Card heading={texts.desk}>
      {rows.map(({ screen, text, org, role }) => (
        <Row
          key={`${role} ${screen} ${org.id}`}
          title={text}
          note={org.name}
          end="›"
          onPress={() => open(screen, { org: org.id })}
        />
      ))}
    </Card>
  );
}

/** The first page: the one thing somebody most likely came for, then the rest. */
export default function HomePage() {
  const [care, turnCare] = useCareMode();
  const asked = useAnswer(async () => {
    const login = await api.login();
    const standing = await api.getMyApplication();
    learn(login.person.id, standing.status);
    return { login, offer: offerFor(standing, hasBegun(draftOf(login.person.id))) };
  }, 'home');
  // Coming back from another page, things may have changed.
  useDidShow(() => {
    if (asked.answer) asked.again();
  });
  const { answer } = asked;
  return (
    <Screen
      title={texts.title}
      root
      action={
        answer ? (
          <Button kind="main" onPress={() => open(answer.offer.screen)}>
            {answer.offer.button}
          </Button>
        ) : undefined
      }
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      {answer ? (
        <View>
          {answer.offer.screen === 'card' ? (
            <View className="home-card" {...press(() => open('card'), { label: texts.card })}>
              <View className="home-card-title">{texts.card}</View>
              <View>{answer.offer.note}</View>
            </View>
          ) : (
            <View className="title">{answer.offer.says}</View>
          )}
          <View className="small home-note">
            {answer.offer.screen === 'card' ? answer.offer.says : answer.offer.note}
          </View>
          <Desk staff={answer.login.staff} />
        </View>
      ) : asked.loading ? (
        <Skeleton lines={[70, 50, 90]} />
      ) : null}
      <Card heading={texts.more}>
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
