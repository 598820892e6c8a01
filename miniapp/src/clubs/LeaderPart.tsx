import { View } from '@tarojs/components';
import { useState } from 'react';
import { open } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PhotoStrip } from '../ui/PhotoStrip.tsx';
import { useDeed } from '../useDeed.ts';
import { activityTexts as texts } from './activity.text.ts';
import type { ActivityAnswer } from './answers.ts';
import { CountCard } from './CountCard.tsx';
import { clubsApi } from './clubsApi.ts';

/** Cancelling an activity before it is held, asked once more. */
function Cancel({ activity, onChanged }: { activity: string; onChanged: () => void }) {
  const [sure, ask] = useState(false);
  const deed = useDeed();
  const cancel = async () => {
    if (await deed.run(async () => void (await clubsApi.cancelActivity({ activity })))) onChanged();
  };
  if (!sure)
    return (
      <Button kind="text" onPress={() => ask(true)}>
        {texts.cancel}
      </Button>
    );
  return (
    <Card>
      <View className="small">{texts.cancelAsk}</View>
      <Notice refused={deed.refused} onNext={onChanged} />
      <View className="club-buttons">
        <Button small kind="outline" busy={deed.busy} onPress={cancel}>
          {texts.cancelNow}
        </Button>
        <Button small onPress={() => ask(false)}>
          {texts.cancelKeep}
        </Button>
      </View>
    </Card>
  );
}

/** What an activity's leader sees and does beside the main button. */
export function LeaderPart({
  there,
  now,
  onChanged,
}: {
  there: ActivityAnswer;
  now: number;
  onChanged: () => void;
}) {
  const { activity, report } = there;
  const { status, id, club } = activity;
  const counting = status === 'held' ? now > activity.end : status === 'reported' || status === 'graded';
  return (
    <View>
      {counting ? <CountCard there={there} now={now} /> : null}
      {report?.handedIn ? (
        <Card heading={texts.reported}>
          <View className="club-report">{report.words}</View>
          <PhotoStrip photos={report.photos} />
        </Card>
      ) : null}
      {status === 'graded' ? (
        <Button kind="plain" onPress={() => open('statement', { club: club.id })}>
          {texts.how}
        </Button>
      ) : null}
      {['declared', 'approved', 'returned'].includes(status) ? (
        <Cancel activity={id} onChanged={onChanged} />
      ) : null}
    </View>
  );
}
