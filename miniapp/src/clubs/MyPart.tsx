import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useDeed } from '../useDeed.ts';
import { activityTexts as texts } from './activity.text.ts';
import type { ActivityAnswer } from './answers.ts';
import { clubsApi } from './clubsApi.ts';
import { Presence } from './Presence.tsx';
import { presenceTexts } from './presence.text.ts';

/** Giving up a place, asked once more. */
function GiveUp({ activity, onChanged }: { activity: string; onChanged: () => void }) {
  const [sure, ask] = useState(false);
  const deed = useDeed();
  const giveUp = async () => {
    if (await deed.run(async () => void (await clubsApi.endSignUp({ activity })))) onChanged();
  };
  return (
    <View>
      {sure ? <View className="small club-told">{texts.giveUpAsk}</View> : null}
      <Notice refused={deed.refused} onNext={giveUp} />
      <View className="club-buttons">
        {sure ? (
          <Button small kind="outline" busy={deed.busy} onPress={giveUp}>
            {texts.giveUpNow}
          </Button>
        ) : null}
        <Button small onPress={() => ask(!sure)}>
          {sure ? texts.keep : texts.giveUp}
        </Button>
      </View>
    </View>
  );
}

/** Somebody's own part in an activity: what they are asked, that they came, that they signed up. */
export function MyPart({
  there,
  now,
  onChanged,
}: {
  there: ActivityAnswer;
  now: number;
  onChanged: () => void;
}) {
  const { activity, mine, checkInFrom, checkInUntil } = there;
  const { id, title, start } = activity;
  if (mine.asked && mine.until && now < mine.until)
    return (
      <Card tone="waiting" heading={presenceTexts.question(start, now)}>
        <View className="small">{`${presenceTexts.why}${presenceTexts.until(mine.until, now)}。`}</View>
        <Presence activity={id} title={title} was={mine.was} />
      </Card>
    );
  if (mine.cameAt !== undefined)
    return (
      <Card tone="done">
        <View className="heading">✓ {texts.came(mine.cameAt)}</View>
        {mine.was === undefined ? (
          <View className="small">{mine.near ? texts.near : texts.notNear}</View>
        ) : (
          <View className="small">{mine.was ? presenceTexts.said : presenceTexts.saidNot}</View>
        )}
      </Card>
    );
  if (!mine.signedUp || now > checkInUntil) return null;
  return (
    <Card tone="done">
      <View className="heading">✓ {texts.signedUp}</View>
      <View className="small">{texts.signedUpNote(checkInFrom, checkInUntil)}</View>
      {now < start ? <GiveUp activity={id} onChanged={onChanged} /> : null}
    </Card>
  );
}
