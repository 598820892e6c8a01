import type { Category } from '@niangjia/shared/clubs/club';
import { View } from '@tarojs/components';
import { open } from '../screens.ts';
import { Row } from '../ui/Row.tsx';
import { categoryNames } from './names.text.ts';
import './ClubLine.scss';

/** A club in a list: what it is for, and whose. */
export function ClubLine({
  club: { id, name, category, union, words },
  badge,
  short = false,
}: {
  club: { id: string; name: string; category: Category; union: string; words: string };
  /** One's own: what it is about is known. */
  short?: boolean;
  /** How one stands to it. */
  badge?: string | undefined;
}) {
  return (
    <Row
      title={name}
      note={
        short ? (
          categoryNames[category]
        ) : (
          <View>
            <View className="club-about">{words}</View>
            <View>{`${categoryNames[category]} · ${union}`}</View>
          </View>
        )
      }
      end={badge ? `${badge} ›` : '›'}
      onPress={() => open('club', { club: id })}
    />
  );
}
