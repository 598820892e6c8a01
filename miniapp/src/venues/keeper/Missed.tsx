import { View } from '@tarojs/components';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { useDeed } from '../../useDeed.ts';
import { keptSheetTexts as texts } from './day.text.ts';
import { keeperApi } from './keeperApi.ts';
import { type Kept, sayName } from './keptLines.ts';

/** Who did not come to a slot; taken back one by one, or all at once when the code at the door was broken. */
export function Missed({ room, slot, venue, onChanged }: Kept & { venue: string; onChanged: () => void }) {
  const deed = useDeed();
  const lift = (id?: string) => () =>
    deed.run(async () => {
      await keeperApi.liftNoShows({ venue, room: room.id, start: slot.start, id });
      onChanged();
    });
  if (slot.missed.length === 0) return null;
  const open = slot.missed.filter(({ lifted }) => !lifted);
  return (
    <Card heading={texts.missed}>
      {slot.missed.map((who) => (
        <Row
          key={who.id}
          title={sayName(who)}
          end={
            who.lifted ? (
              texts.lifted
            ) : (
              <Button small busy={deed.busy} label={`${sayName(who)} ${texts.lift}`} onPress={lift(who.id)}>
                {texts.lift}
              </Button>
            )
          }
        />
      ))}
      <Notice refused={deed.refused} onNext={onChanged} />
      {open.length > 0 ? (
        <View className="kept-acts">
          <Button kind="outline" small busy={deed.busy} onPress={lift()}>
            {texts.liftAll}
          </Button>
        </View>
      ) : null}
    </Card>
  );
}
