import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { View } from '@tarojs/components';
import { isScreen, open, replaceWith } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Row } from '../ui/Row.tsx';
import { dayTexts as texts } from './day.text.ts';
import { type RoomDay, type VenueDay, whysOf } from './days.ts';

/** What is in the way of booking anything on this day, said before somebody tries. */
export function WhyNotThisDay({ day, rooms }: { day: VenueDay; rooms: readonly RoomDay[] }) {
  const now = Date.now();
  if (day.bannedUntil)
    return (
      <Card tone="wrong">
        <Row
          title={texts.banned(day.bannedUntil, now)}
          note={texts.noShows}
          end="›"
          onPress={() => open('noShows')}
        />
      </Card>
    );
  return whysOf(rooms).map(({ why, opensAt }) => {
    const { text, next } = refusalEntry(why as RefusalCode);
    const screen = next?.screen;
    return (
      <Card key={why} tone="waiting">
        <View>{opensAt ? texts.opens(opensAt, now) : text}</View>
        {next && isScreen(screen) ? (
          <Button small kind="outline" onPress={() => replaceWith(screen)}>
            {next.label}
          </Button>
        ) : null}
      </Card>
    );
  });
}
