import type { ResponseOf } from '@niangjia/shared/contract';
import { DAY, dayOf, sayDate } from '@niangjia/shared/time';
import type { KeeperReason } from '@niangjia/shared/venues/keepersWord';
import { saySlot } from '@niangjia/shared/venues/room';
import type { VenueChange } from '@niangjia/shared/venues/setUp';
import type { setUp } from '@niangjia/shared/venues/setUpContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Chips } from '../../../ui/Chips.tsx';
import { choicesOf } from '../../../ui/choicesOf.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Row } from '../../../ui/Row.tsx';
import { useDeed } from '../../../useDeed.ts';
import { outsideTexts as texts } from './setUp.text.ts';
import { setUpApi } from './setUpApi.ts';
import type { House } from './useSetUp.tsx';

type Touched = ResponseOf<typeof setUp.listOutside>;
const SHOWN = 40;

/** Whom a change touches: asked for before it is made, and again whenever it is another one. */
export function useOutside(house: House | undefined, change: VenueChange) {
  const [seen, see] = useState<{ of: string; touched: Touched }>();
  const [reason, setReason] = useState<KeeperReason>('hours');
  const deed = useDeed();
  const question = `${house?.version} ${JSON.stringify(change)}`;
  const touched = seen?.of === question ? seen.touched : undefined;
  const look = () =>
    deed.run(async () => {
      if (!house) return;
      const asked = { venue: house.id, version: house.version, change };
      see({ of: question, touched: await setUpApi.listOutside(asked) });
    });
  return { touched, look, deed, reason, setReason, whyNot: touched ? undefined : texts.lookFirst };
}

/** Shows whom; `onFrom` begins the change on another day. */
export function Outside({
  outside,
  onFrom,
}: {
  outside: ReturnType<typeof useOutside>;
  onFrom: (day: string) => void;
}) {
  const { touched, look, deed, reason, setReason } = outside;
  const last = touched?.last;
  return (
    <View>
      {touched ? (
        <Card
          heading={
            touched.count + touched.waiting > 0 ? texts.who(touched.count, touched.waiting) : texts.nobody
          }
          tone={touched.count + touched.waiting > 0 ? 'waiting' : 'done'}
        >
          {touched.bookings.slice(0, SHOWN).map((booking) => (
            <Row
              key={booking.id}
              title={booking.name ?? texts.somebody}
              note={booking.room}
              end={`${sayDate(booking.start, Date.now())} ${saySlot(booking)}`}
            />
          ))}
          {touched.count > SHOWN ? <View className="small">{texts.more(touched.count - SHOWN)}</View> : null}
          {touched.count + touched.waiting > 0 ? (
            <View>
              <View className="small set-said">{texts.soon}</View>
              {last ? (
                <View className="set-said">
                  <View className="small">{texts.last(last)}</View>
                  <Button kind="outline" small onPress={() => onFrom(dayOf(last + DAY))}>
                    {texts.after(last)}
                  </Button>
                </View>
              ) : null}
              <View className="small set-said">{texts.why}</View>
              <Chips
                label={texts.why}
                choices={choicesOf(texts.reasons)}
                chosen={reason}
                onChoose={setReason}
              />
            </View>
          ) : null}
        </Card>
      ) : (
        <Button kind="outline" busy={deed.busy} onPress={look}>
          {texts.look}
        </Button>
      )}
      <Notice refused={deed.refused} onNext={deed.clear} />
    </View>
  );
}
