import type { wall } from '@niangjia/shared/clubs/wallContract';
import type { ResponseOf } from '@niangjia/shared/contract';
import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PhotoStrip } from '../../ui/PhotoStrip.tsx';
import { useDeed } from '../../useDeed.ts';
import { keptWallTexts as texts } from './wall.text.ts';
import { wallApi } from './wallApi.ts';

type Post = ResponseOf<typeof wall.listKeptPosts>['posts'][number];

/** A report that waits, as it would be shown; one tap shows it or leaves it out. */
export function WaitingPost({
  post: { id, title, club, union, start, place, words, photos },
  onDone,
  onAgain,
}: {
  post: Post;
  onDone: (said: string) => void;
  onAgain: () => void;
}) {
  const deed = useDeed();
  const decide = (shown: boolean) => () =>
    void deed.run(async () => {
      await wallApi.showPost({ post: id, shown });
      onDone(shown ? texts.shownPost(title) : texts.hiddenPost(title));
    });
  return (
    <Card heading={title}>
      <View className="small">{`${club.name} · ${union} · ${sayTime(start, Date.now())} · ${place}`}</View>
      <View className="club-quote club-said">{words}</View>
      <PhotoStrip photos={photos} />
      <Notice refused={deed.refused} onNext={onAgain} />
      <View className="club-acts">
        <Button kind="outline" small busy={deed.busy} label={`${title} ${texts.show}`} onPress={decide(true)}>
          {texts.show}
        </Button>
        <Button small busy={deed.busy} label={`${title} ${texts.hide}`} onPress={decide(false)}>
          {texts.hide}
        </Button>
      </View>
    </Card>
  );
}
