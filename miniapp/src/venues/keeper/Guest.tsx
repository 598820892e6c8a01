import type { ResponseOf } from '@niangjia/shared/contract';
import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import type { GuestCard } from '@niangjia/shared/venues/guest';
import type { keeping } from '@niangjia/shared/venues/keeperContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CardPick } from '../../ui/CardPick.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { choicesOf } from '../../ui/choicesOf.ts';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { Row } from '../../ui/Row.tsx';
import { useDeed } from '../../useDeed.ts';
import { guestTexts as texts } from './guest.text.ts';
import { keeperApi } from './keeperApi.ts';
import { type Kept, waysIn } from './keptLines.ts';
import type { KeptDay } from './useKept.ts';

type Seen = ResponseOf<typeof keeping.seeGuest>;
type Way = keyof typeof texts.ways;

/** Books a free slot for a member, or lets one in who is there: whose card it is first, and then the act. */
export function Guest({ room, slot, day, onChanged }: Kept & { day: KeptDay; onChanged: () => void }) {
  const ways = waysIn({ room, slot }, day, Date.now());
  const [wanted, want] = useState<Way>();
  const [seen, see] = useState<Seen>();
  const [done, say] = useState('');
  const deed = useDeed();
  const way = wanted && ways.includes(wanted) ? wanted : ways[0];
  if (done)
    return (
      <View {...spoken('status')}>
        <Card tone="done">✓ {done}</Card>
      </View>
    );
  if (!way) return null;
  const where = { venue: day.venue.id, room: room.id, start: slot.start };
  const look = (card: GuestCard) =>
    deed.run(async () => {
      see(undefined);
      see(await keeperApi.seeGuest({ ...where, card, walkIn: way === 'now' }));
    });
  const name = seen?.name ?? texts.somebody;
  const act = () =>
    deed.run(async () => {
      if (!seen) return;
      const { guest } = seen;
      if (way === 'now') say(texts.came(name, (await keeperApi.walkIn({ ...where, guest })).at));
      else {
        await keeperApi.bookFor({ ...where, guest });
        say(texts.booked(name));
      }
      onChanged();
    });
  const again = () => {
    see(undefined);
    deed.clear();
  };
  const why = seen?.why && refusalEntry(seen.why as RefusalCode).text;
  return (
    <Card heading={ways.includes('later') ? texts.heading : texts.now}>
      {ways.length > 1 ? (
        <Chips
          label={texts.when}
          choices={choicesOf(texts.ways)}
          chosen={way}
          onChoose={(next) => {
            want(next);
            again();
          }}
        />
      ) : null}
      {seen ? (
        <View>
          <Row title={name} note={texts.found} />
          <Notice refused={deed.refused} onNext={again} />
          <View className="kept-acts">
            <Button kind="main" small busy={deed.busy} whyNot={why} onPress={act}>
              {way === 'now' ? texts.letIn(name) : texts.book(name)}
            </Button>
            <Button small onPress={again}>
              {texts.another}
            </Button>
          </View>
        </View>
      ) : (
        <View className="kept-said">
          <CardPick busy={deed.busy} onCard={look} />
          <Notice refused={deed.refused} onNext={again} />
        </View>
      )}
    </Card>
  );
}
