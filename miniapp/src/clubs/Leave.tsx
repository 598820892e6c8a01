import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useDeed } from '../useDeed.ts';
import { clubTexts as texts } from './club.text.ts';
import { clubsApi } from './clubsApi.ts';

/** Leaving a club, asked once more. */
export function Leave({ club, onLeft }: { club: string; onLeft: () => void }) {
  const [sure, ask] = useState(false);
  const deed = useDeed();
  const leave = async () => {
    if (await deed.run(async () => void (await clubsApi.leaveClub({ club })))) onLeft();
  };
  if (!sure)
    return (
      <Button kind="text" onPress={() => ask(true)}>
        {texts.leave}
      </Button>
    );
  return (
    <Card>
      <View className="small">{texts.leaveAsk}</View>
      <Notice refused={deed.refused} onNext={leave} />
      <View className="club-buttons">
        <Button small kind="outline" busy={deed.busy} onPress={leave}>
          {texts.leaveNow}
        </Button>
        <Button small onPress={() => ask(false)}>
          {texts.stay}
        </Button>
      </View>
    </Card>
  );
}
