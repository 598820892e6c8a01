import { View } from '@tarojs/components';
import { replaceWith } from '../../screens.ts';
import { Chips } from '../../ui/Chips.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { keptDayTexts as texts } from './day.text.ts';
import type { useKeptVenues } from './useKept.ts';

/**
 * Which venue a page is about, for who keeps several, once it is `ready`: it comes with the page's content, which is
 * then drawn in one go. What is said to who keeps none.
 */
export function VenuePick({ kept, ready }: { kept: ReturnType<typeof useKeptVenues>; ready: boolean }) {
  const { venues, venue, choose, refused, again } = kept;
  return (
    <View>
      {ready && venues && venues.length > 1 ? (
        <View className="desk-filters">
          <Chips
            label={texts.which}
            choices={venues.map(({ id, name: text }) => ({ value: id, text }))}
            chosen={venue?.id}
            onChoose={choose}
          />
        </View>
      ) : null}
      <Notice refused={refused} onNext={again} />
      {venues?.length === 0 ? (
        <Empty text={texts.none} note={texts.noneNote} next={texts.home} onNext={() => replaceWith('home')} />
      ) : null}
    </View>
  );
}
