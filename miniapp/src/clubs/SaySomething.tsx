import { CommentWords } from '@niangjia/shared/clubs/post';
import { faultsOf } from '@niangjia/shared/faults';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { spoken } from '../ui/press.ts';
import { WordsField } from '../ui/WordsField.tsx';
import { useDeed } from '../useDeed.ts';
import { wallTexts as texts } from './wall.text.ts';
import { wallApi } from './wallApi.ts';

/** A comment that is written, and what happens to it next. */
export function SaySomething({ post, onSaid }: { post: string; onSaid: () => void }) {
  const [words, type] = useState('');
  const [sent, setSent] = useState(false);
  const deed = useDeed();
  const fault = faultsOf(CommentWords, words)[''];
  const [tried, setTried] = useState(false);
  const send = async () => {
    if (fault) return setTried(true);
    if (!(await deed.run(async () => void (await wallApi.commentPost({ post, words }))))) return;
    type('');
    setTried(false);
    setSent(true);
    onSaid();
  };
  return (
    <Card>
      <WordsField
        label={texts.say}
        value={words}
        onType={(typed) => {
          type(typed);
          setSent(false);
        }}
        placeholder={texts.sayExample}
        longest={200}
        hint={texts.sayNote}
        error={tried ? fault : deed.refused?.fields.words}
      />
      <Notice refused={deed.refused} onNext={send} />
      {sent ? (
        <View className="club-told" {...spoken('status')}>
          ✓ {texts.sent}
        </View>
      ) : null}
      <View className="club-buttons">
        <Button small kind="outline" busy={deed.busy} onPress={send}>
          {deed.busy ? texts.sending : texts.send}
        </Button>
      </View>
    </Card>
  );
}
