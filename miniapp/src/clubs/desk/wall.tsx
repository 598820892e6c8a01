import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forClubs } from '../../desk/forStaff.tsx';
import { More } from '../../desk/More.tsx';
import { useHome } from '../../desk/useHome.tsx';
import { keepInAddress } from '../../keepInAddress.ts';
import { open } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { usePages } from '../../usePages.ts';
import { clubDeskTexts } from './desk.text.ts';
import { Said } from './Said.tsx';
import { StarsToPublish } from './StarsToPublish.tsx';
import { WaitingComment } from './WaitingComment.tsx';
import { WaitingPost } from './WaitingPost.tsx';
import { keptWallTexts as texts } from './wall.text.ts';
import { wallApi } from './wallApi.ts';
import './desk.scss';
import './wall.scss';

type Which = keyof typeof texts.lists;

/** Reports and comments that nobody has looked at yet, or that were reported: shown or hidden with one tap; and the stars. */
function KeptWall({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const { home, choice } = useHome(homes);
  const [which, setWhich] = useState<Which>(useRouter().params.list === 'comments' ? 'comments' : 'posts');
  const [stars, showStars] = useState(useRouter().params.list === 'stars');
  const [done, setDone] = useState<readonly string[]>([]);
  const [said, say] = useState('');
  const posts = usePages(
    (cursor) => wallApi.listKeptPosts({ org: home.id, cursor }),
    (page) => page.posts,
    home.id,
  );
  const comments = usePages(
    (cursor) => wallApi.listKeptComments({ org: home.id, cursor }),
    (page) => page.comments,
    home.id,
  );
  // The lists may be a moment behind what was done here.
  const left = {
    posts: posts.rows?.filter(({ id }) => !done.includes(id)),
    comments: comments.rows?.filter(({ id }) => !done.includes(id)),
  };
  const list = which === 'posts' ? posts : comments;
  const found = left[which]?.length;
  const other = which === 'posts' ? 'comments' : 'posts';
  const choose = (next: Which | 'stars') => {
    showStars(next === 'stars');
    if (next !== 'stars') setWhich(next);
    say('');
    keepInAddress('list', next);
  };
  const settled = (id: string) => (words: string) => {
    say(words);
    setDone((before) => [...before, id]);
  };
  return (
    <Desk
      title={texts.title}
      heading={stars ? texts.starsHeading : texts.sentences[which](found ?? 0, list.rest)}
      note={home.name}
      current="keptWall"
      top
      links={
        <Button small onPress={() => open('wall')}>
          {texts.see}
        </Button>
      }
    >
      {choice}
      <View className="desk-filters">
        <Chips
          label={clubDeskTexts.list}
          choices={[
            ...(['posts', 'comments'] as const).map((value) => ({
              value,
              text: clubDeskTexts.count(
                texts.lists[value],
                left[value]?.length,
                (value === 'posts' ? posts : comments).rest,
              ),
            })),
            { value: 'stars' as const, text: texts.stars },
          ]}
          chosen={stars ? 'stars' : which}
          onChoose={choose}
        />
      </View>
      <Said>{said}</Said>
      <Notice refused={stars ? undefined : list.refused} onNext={list.again} />
      {stars ? (
        <StarsToPublish org={home.id} />
      ) : found === undefined ? (
        list.refused ? null : (
          <Skeleton lines={[50, 100, 100]} />
        )
      ) : found === 0 && !list.rest ? (
        <Empty
          text={texts.none[which]}
          note={texts.noneNote[which]}
          next={texts.toOther[which]}
          onNext={() => choose(other)}
        />
      ) : which === 'posts' ? (
        <View className="kept-wall">
          {posts.shown(left.posts ?? []).map((post) => (
            <WaitingPost key={post.id} post={post} onDone={settled(post.id)} onAgain={posts.again} />
          ))}
        </View>
      ) : (
        <View className="kept-wall">
          {comments.shown(left.comments ?? []).map((comment) => (
            <WaitingComment
              key={comment.id}
              comment={comment}
              onDone={settled(comment.id)}
              onAgain={comments.again}
            />
          ))}
        </View>
      )}
      {stars ? null : <More list={list} found={found} />}
    </Desk>
  );
}

export default forClubs(['clubReviewer'], KeptWall);
