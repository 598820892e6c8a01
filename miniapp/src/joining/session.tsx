import { View } from '@tarojs/components';
import { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { api } from '../api.ts';
import { open, replaceWith, shareCard } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useAnswer } from '../useAnswer.ts';
import { useDeed } from '../useDeed.ts';
import { draftOf, hasBegun, keepDraft } from './draft.ts';
import { SessionView } from './SessionView.tsx';
import { sceneOf, sessionCodeIn } from './scene.ts';
import { sessionTexts as texts } from './session.text.ts';
import { lastKnown } from './standing.ts';

/** What a scanned poster opens: where, which union, what membership brings, and one button to begin. */
export default function SessionPage() {
  const code = sessionCodeIn(useRouter().params);
  const scanned = useAnswer(async () => {
    if (!code) return undefined;
    const { person } = await api.login();
    return { ...(await api.getSession({ code })), person: person.id };
  }, code ?? '');
  const begin = useDeed();
  // Coming back from the form or the card, there is something else to offer.
  const [, redraw] = useState(0);
  useDidShow(() => redraw((turn) => turn + 1));
  useEffect(() => {
    // Opened from WeChat's list rather than from a poster.
    if (!code) replaceWith('home');
  }, [code]);

  const { answer } = scanned;
  // For workmates: where and which union, nothing of who sends it.
  useShareAppMessage(() => {
    const { session } = answer ?? {};
    return shareCard(
      session ? texts.share(session.place, session.org.name) : texts.title,
      'session',
      code ? { scene: sceneOf(code) } : {},
    );
  });
  const known = answer ? lastKnown(answer.person) : 'none';
  const start = () =>
    begin.run(async () => {
      if (!answer) return;
      const { session, poster, scan, person } = answer;
      const visit = await api.openForm(
        poster === 'open' ? { from: 'poster', scan } : { from: 'online', org: session.org.id },
      );
      const draft = draftOf(person);
      const work = draft.values.work ?? session.occupations[0];
      keepDraft(person, {
        ...draft,
        visit: { ...visit, code: session.code },
        values: { ...draft.values, work },
      });
      open('apply');
    });
  const startText =
    answer && hasBegun(draftOf(answer.person))
      ? texts.goOn
      : answer?.poster === 'open'
        ? texts.start
        : texts.startOnline;

  const action =
    known === 'approved' ? (
      <Button kind="main" onPress={() => open('card')}>
        {texts.seeCard}
      </Button>
    ) : known === 'submitted' ? (
      <Button kind="main" onPress={() => open('status')}>
        {texts.seeStatus}
      </Button>
    ) : (
      <Button kind="main" onPress={start} busy={begin.busy}>
        {begin.busy ? texts.starting : startText}
      </Button>
    );

  return (
    <Screen title={texts.title} root action={answer ? action : undefined}>
      {scanned.refused?.code === 'NOT_FOUND' ? (
        <Empty
          text={texts.missing}
          note={texts.missingNote}
          next={texts.startOnline}
          onNext={() => replaceWith('apply')}
        />
      ) : (
        <Notice
          refused={begin.refused ?? scanned.refused}
          onNext={begin.refused?.code === 'BUSY' || begin.refused?.code === 'OFFLINE' ? start : scanned.again}
        />
      )}
      {answer ? <SessionView scanned={answer} /> : scanned.loading ? <SessionSkeleton /> : null}
    </Screen>
  );
}

function SessionSkeleton() {
  return (
    <View>
      <Skeleton lines={[40, 90, 70]} />
      <Skeleton lines={[30, 80, 80, 80]} />
    </View>
  );
}
