import { View } from '@tarojs/components';
import { open } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { usePages } from '../usePages.ts';
import { PostCard } from './PostCard.tsx';
import { wallTexts as texts } from './wall.text.ts';
import { wallApi } from './wallApi.ts';
import './wall.scss';

/** What clubs did, the latest first. */
export default function WallPage() {
  const pages = usePages(
    (cursor) => wallApi.listPosts({ cursor }),
    ({ posts }) => posts,
    'wall',
  );
  const { rows } = pages;
  return (
    <Screen title={texts.title}>
      <View className="title wall-head">{texts.headline}</View>
      <Notice refused={pages.refused} onNext={pages.again} />
      {rows?.length === 0 && !pages.rest ? (
        <Empty text={texts.none} note={texts.noneNote} next={texts.clubs} onNext={() => open('clubs')} />
      ) : null}
      {rows ? pages.shown(rows).map((post) => <PostCard key={post.id} post={post} />) : null}
      {pages.readOn ? (
        <Button kind="plain" busy={pages.busy} onPress={pages.readOn}>
          {texts.more}
        </Button>
      ) : null}
      {rows || pages.refused ? null : (
        <View>
          <Skeleton lines={[90, 60, 80]} />
          <Skeleton lines={[90, 60, 80]} />
        </View>
      )}
      {rows ? (
        <Button kind="text" onPress={() => open('stars')}>
          {texts.stars}
        </Button>
      ) : null}
    </Screen>
  );
}
