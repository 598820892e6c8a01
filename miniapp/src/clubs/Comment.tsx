import { View } from '@tarojs/components';
import { useState } from 'react';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { spoken } from '../ui/press.ts';
import { useDeed } from '../useDeed.ts';
import type { CommentRow } from './answers.ts';
import { wallTexts as texts } from './wall.text.ts';
import { wallApi } from './wallApi.ts';

/** What one person says to a report; one's own can be taken away, others' reported, each asked once more. */
export function Comment({
  post,
  comment: { id, name, at, words, mine, waiting },
  onChanged,
}: {
  post: string;
  comment: CommentRow;
  onChanged: () => void;
}) {
  const [sure, ask] = useState(false);
  const [reported, setReported] = useState(false);
  const deed = useDeed();
  const act = async () => {
    const done = await deed.run(async () => {
      if (mine) await wallApi.withdrawComment({ post, comment: id });
      else await wallApi.reportComment({ post, comment: id });
    });
    if (!done) return;
    if (mine) onChanged();
    else setReported(true);
  };
  if (reported)
    return (
      <View className="comment small" {...spoken('status')}>
        {texts.reported}
      </View>
    );
  const [say, now, why] = mine
    ? [texts.withdraw, texts.withdrawNow, texts.withdrawAsk]
    : [texts.report, texts.reportNow, texts.reportAsk];
  return (
    <View className="comment">
      <View className="comment-head">
        <View className="small">
          {`${mine ? texts.mine : (name ?? texts.somebody)} · ${texts.when(at, Date.now())}`}
        </View>
        {waiting ? <Badge tone="waiting">{texts.waiting}</Badge> : null}
      </View>
      <View className="comment-words">{words}</View>
      {sure ? <View className="small">{why}</View> : null}
      <Notice refused={deed.refused} onNext={deed.clear} />
      {sure ? (
        <View className="club-buttons">
          <Button small kind="outline" busy={deed.busy} onPress={act}>
            {now}
          </Button>
          <Button small onPress={() => ask(false)}>
            {texts.keep}
          </Button>
        </View>
      ) : (
        <View className="comment-act">
          <Button small kind="text" label={`${say} ${words}`} onPress={() => ask(true)}>
            {say}
          </Button>
        </View>
      )}
    </View>
  );
}
