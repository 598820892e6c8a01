import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { spoken } from '../ui/press.ts';
import { useDeed } from '../useDeed.ts';
import { clubsApi } from './clubsApi.ts';
import { presenceTexts as texts } from './presence.text.ts';
import './Presence.scss';

/** The question of the day after, answered with one tap; it can be thought better of while it is asked. */
export function Presence({
  activity,
  title,
  was,
}: {
  activity: string;
  title: string;
  was?: boolean | undefined;
}) {
  const [said, say] = useState(was);
  const deed = useDeed();
  const answer = (to: boolean) =>
    deed.run(async () => say((await clubsApi.sayPresence({ activity, was: to })).was));
  return (
    <View>
      <Notice refused={deed.refused} onNext={deed.clear} />
      {said === undefined ? (
        <View className="presence">
          <Button kind="main" busy={deed.busy} label={`${title} ${texts.was}`} onPress={() => answer(true)}>
            {texts.was}
          </Button>
          <Button busy={deed.busy} label={`${title} ${texts.wasNot}`} onPress={() => answer(false)}>
            {texts.wasNot}
          </Button>
        </View>
      ) : (
        <View {...spoken('status')}>
          <View className="presence-said">{said ? texts.said : texts.saidNot}</View>
          <Button kind="text" busy={deed.busy} onPress={() => answer(!said)}>
            {said ? texts.changeToNot : texts.changeTo}
          </Button>
        </View>
      )}
    </View>
  );
}
