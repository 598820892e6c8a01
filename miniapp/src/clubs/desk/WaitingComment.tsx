import type { wall } from '@niangjia/shared/clubs/wallContract';
import type { ResponseOf } from '@niangjia/shared/contract';
import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeed } from '../../useDeed.ts';
import { clubDeskTexts } from './desk.text.ts';
import { keptWallTexts as texts } from './wall.text.ts';
import { wallApi } from './wallApi.ts';

type Comment = ResponseOf<typeof wall.listKeptComments>['comments'][number];

/** A comment that waits, or that somebody reported; one tap shows it or hides it. */
export function WaitingComment({
  comment: { id, post, title, at, words, reports, name = clubDeskTexts.somebody },
  onDone,
  onAgain,
}: {
  comment: Comment;
  onDone: (said: string) => void;
  onAgain: () => void;
}) {
  const deed = useDeed();
  const decide = (shown: boolean) => () =>
    void deed.run(async () => {
      await wallApi.decideComment({ post, comment: id, shown });
      onDone(shown ? texts.shownComment(name) : texts.hiddenComment(name));
    });
  return (
    <Card>
      <View className="club-quote club-name">{words}</View>
      <View className="small club-said">
        {`${name} · ${texts.of(title)} · ${sayTime(at, Date.now())} `}
        {reports > 0 ? <Badge tone="red">{texts.reports(reports)}</Badge> : null}
      </View>
      <Notice refused={deed.refused} onNext={onAgain} />
      <View className="club-acts">
        <Button kind="outline" small busy={deed.busy} label={`${name} ${texts.show}`} onPress={decide(true)}>
          {texts.show}
        </Button>
        <Button small busy={deed.busy} label={`${name} ${texts.hideComment}`} onPress={decide(false)}>
          {texts.hideComment}
        </Button>
      </View>
    </Card>
  );
}
