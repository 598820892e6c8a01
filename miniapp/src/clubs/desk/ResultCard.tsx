import { Words } from '@niangjia/shared/clubs/club';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { activityTexts as texts } from './activity.text.ts';
import type { Kept } from './anomalies.ts';
import { WordsForm } from './WordsForm.tsx';

/** What it was graded; its points can be taken back, once it is said what follows from that. */
export function ResultCard({
  activity: { grade, points = 0 },
  busy,
  onReverse,
}: {
  activity: Kept['activity'];
  busy: boolean;
  /** Absent for who may not. */
  onReverse: ((words: string) => void) | undefined;
}) {
  const [reversing, reverse] = useState(false);
  return (
    <Card heading={grade ? texts.result(grade, points) : texts.resultNone} tone="done">
      {!onReverse || !grade ? null : reversing ? (
        <View>
          <View className="club-said">{texts.reverseNote(points)}</View>
          <WordsForm
            label={texts.reverseWhy}
            example={texts.reverseExample}
            send={texts.reverseSend}
            schema={Words}
            busy={busy}
            onSend={onReverse}
            onKeep={() => reverse(false)}
          />
        </View>
      ) : (
        <View className="club-acts">
          <Button small onPress={() => reverse(true)}>
            {texts.reverse}
          </Button>
        </View>
      )}
    </Card>
  );
}
