import type { ResponseOf } from '@niangjia/shared/contract';
import type { system } from '@niangjia/shared/system';
import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { leavePage, webSignIn } from '../api/signIn.ts';
import { api } from '../api.ts';
import { replaceWith } from '../screens.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Row } from '../ui/Row.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useAnswer } from '../useAnswer.ts';
import { useDeed } from '../useDeed.ts';
import { sayBrowser } from './places.text.ts';
import { signInsTexts as texts } from './signIns.text.ts';
import './confirm.scss';

type SignIn = ResponseOf<typeof system.listSignIns>['signIns'][number];

function Line({ signIn, busy, onEnd }: { signIn: SignIn; busy: boolean; onEnd: () => void }) {
  const place = sayBrowser(signIn.browser);
  return (
    <Row
      title={
        <View>
          {place} {signIn.here ? <Badge tone="done">{texts.here}</Badge> : null}
        </View>
      }
      note={texts.since(sayTime(signIn.since, Date.now()))}
      end={
        <Button small busy={busy} label={texts.endOf(place)} onPress={onEnd}>
          {texts.end}
        </Button>
      }
    />
  );
}

/** Where somebody is signed in on the web, and the way out of each and of all. */
export default function SignInsPage() {
  const asked = useAnswer(() => api.listSignIns(), 'signIns');
  const [left, setLeft] = useState<readonly SignIn[]>();
  const ending = useDeed();
  const signIns = left ?? asked.answer?.signIns;
  const end = (end: () => Promise<{ signIns: readonly SignIn[] }>) =>
    ending.run(async () => {
      const { signIns } = await end();
      const here = webSignIn();
      if (here && signIns.every(({ id }) => id !== here)) await leavePage();
      setLeft(signIns);
    });
  return (
    <Screen
      title={texts.title}
      action={
        signIns && signIns.length > 1 ? (
          <Button busy={ending.busy} onPress={() => end(() => api.endSignIns())}>
            {ending.busy ? texts.ending : texts.endAll}
          </Button>
        ) : undefined
      }
    >
      <Notice refused={asked.refused ?? ending.refused} onNext={asked.again} />
      {signIns && signIns.length > 0 ? (
        <View>
          <View className="title confirm-title">{texts.headline(signIns.length)}</View>
          <View className="small confirm-note">{texts.note}</View>
          <Card>
            {signIns.map((signIn) => (
              <Line
                key={signIn.id}
                signIn={signIn}
                busy={ending.busy}
                onEnd={() => end(() => api.endSignIn({ id: signIn.id }))}
              />
            ))}
          </Card>
        </View>
      ) : null}
      {signIns?.length === 0 ? (
        <Empty
          text={texts.none}
          note={texts.noneNote}
          next={texts.scan}
          onNext={() => replaceWith('confirm')}
        />
      ) : null}
      {!signIns && asked.loading ? <Skeleton /> : null}
    </Screen>
  );
}
