import { sayDate } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { open, shareCard } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PhotoStrip } from '../ui/PhotoStrip.tsx';
import { press } from '../ui/press.ts';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useDeed } from '../useDeed.ts';
import { usePages } from '../usePages.ts';
import type { PostRow } from './answers.ts';
import { Comment } from './Comment.tsx';
import { SaySomething } from './SaySomething.tsx';
import { wallTexts as texts } from './wall.text.ts';
import { wallApi } from './wallApi.ts';
import './club.scss';
import './post.scss';

/** Liking a report, or not any more; the number beside it follows at once. */
function Like({ post: { id, likes }, liked }: { post: PostRow; liked: boolean }) {
  const [now, setNow] = useState(liked);
  const deed = useDeed();
  const turn = () => deed.run(async () => setNow((await wallApi.likePost({ post: id, liked: !now })).liked));
  const count = likes + Number(now) - Number(liked);
  return (
    <View>
      <Notice refused={deed.refused} onNext={turn} />
      <View className="club-buttons">
        <Button small kind={now ? 'outline' : 'plain'} busy={deed.busy} onPress={turn}>
          {now ? `♥ ${texts.liked}` : `♡ ${texts.like}`}
        </Button>
        <View className="post-likes small figures">{texts.likes(count)}</View>
      </View>
    </View>
  );
}

function Report({ post }: { post: PostRow }) {
  const { title, club, union, start, place, words, photos } = post;
  return (
    <View>
      <View className="post-head">
        <View className="title">{title}</View>
        <View className="small">{`${sayDate(start, Date.now())} · ${place}`}</View>
        <View className="post-club small" {...press(() => open('club', { club: club.id }), { role: 'link' })}>
          {texts.of(club.name, union)} ›
        </View>
      </View>
      <PhotoStrip photos={photos} />
      <View className="post-text">{words}</View>
    </View>
  );
}

/** One report on the wall, and what people say to it. */
export default function PostPage() {
  const { post: id = '' } = useRouter().params;
  const pages = usePages(
    (cursor) => wallApi.getPost({ post: id, cursor }),
    ({ comments }) => comments,
    id,
  );
  const { first, rows = [] } = pages;
  const title = first?.post.title ?? texts.title;
  useShareAppMessage(() => shareCard(title, 'post', { post: id }));
  return (
    <Screen title={texts.title}>
      <Notice refused={pages.refused} onNext={pages.again} />
      {first ? (
        <View>
          <Report post={first.post} />
          <Like post={first.post} liked={first.liked} />
          <View className="heading post-comments">{texts.commentsHead}</View>
          {rows.length > 0 ? (
            <Card>
              {pages.shown(rows).map((comment) => (
                <Comment key={comment.id} post={id} comment={comment} onChanged={pages.again} />
              ))}
            </Card>
          ) : (
            <View className="small post-none">{texts.noComments}</View>
          )}
          {pages.readOn ? (
            <Button kind="plain" busy={pages.busy} onPress={pages.readOn}>
              {texts.more}
            </Button>
          ) : null}
          <SaySomething post={id} onSaid={pages.again} />
        </View>
      ) : pages.refused ? null : (
        <View>
          <Skeleton lines={[70, 60, 100]} />
          <Skeleton lines={[90, 60]} />
        </View>
      )}
    </Screen>
  );
}
