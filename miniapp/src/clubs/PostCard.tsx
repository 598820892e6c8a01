import { sayDate } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { open } from '../screens.ts';
import { Card } from '../ui/Card.tsx';
import { Photo } from '../ui/Photo.tsx';
import { press } from '../ui/press.ts';
import type { PostRow } from './answers.ts';
import { wallTexts as texts } from './wall.text.ts';

/** One report on the wall: its first photo, what it was, the beginning of what is said. */
export function PostCard({ post }: { post: PostRow }) {
  const { id, title, club, union, start, place, words, photos, likes, comments } = post;
  const [first] = photos;
  return (
    <View
      className="post-card"
      {...press(() => open('post', { post: id }), { role: 'link', label: `${title} ${club.name}` })}
    >
      <Card>
        {first ? <Photo src={first.url} words={first.words || texts.picture(title)} /> : null}
        <View className="heading post-title">{title}</View>
        <View className="small">{texts.of(club.name, union)}</View>
        <View className="small">{`${sayDate(start, Date.now())} · ${place}`}</View>
        <View className="post-words">{words}</View>
        <View className="small figures">{`${texts.likes(likes)} · ${texts.comments(comments)}`}</View>
      </Card>
    </View>
  );
}
