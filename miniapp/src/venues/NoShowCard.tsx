import type { ResponseOf } from '@niangjia/shared/contract';
import { fieldText } from '@niangjia/shared/refusal';
import { clockOf, sayDate } from '@niangjia/shared/time';
import type { venues } from '@niangjia/shared/venues/contract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Row } from '../ui/Row.tsx';
import { useDeed } from '../useDeed.ts';
import { callUp } from '../wayThere.ts';
import { bookingsTexts } from './bookings.text.ts';
import { noShowsTexts as texts } from './noShows.text.ts';
import { venuesApi } from './venuesApi.ts';
import './BookingCard.scss';

type NoShows = ResponseOf<typeof venues.listNoShows>;
type NoShow = NoShows['noShows'][number];

/** Saying what was so: once, in one's own words. */
function Appeal({ id, onSent }: { id: string; onSent: () => void }) {
  const [isOpen, open] = useState(false);
  const [typed, type] = useState('');
  const [asked, ask] = useState(false);
  const deed = useDeed();
  const words = typed.trim();
  const send = async () => {
    ask(true);
    if (words.length < 2) return;
    if (await deed.run(async () => void (await venuesApi.appealNoShow({ id, words })))) onSent();
  };
  if (!isOpen)
    return (
      <View className="booking-buttons">
        <Button small onPress={() => open(true)}>
          {texts.appeal}
        </Button>
      </View>
    );
  return (
    <View className="booking-line">
      <Field
        label={texts.words}
        value={typed}
        onType={type}
        placeholder={texts.wordsPlaceholder}
        hint={texts.wordsHint}
        longest={100}
        confirm="done"
        error={asked && words.length < 2 ? fieldText('REQUIRED') : undefined}
      />
      <Notice refused={deed.refused} onNext={send} />
      <View className="booking-buttons">
        <Button small kind="outline" busy={deed.busy} onPress={send}>
          {deed.busy ? texts.sending : texts.send}
        </Button>
        <Button small onPress={() => open(false)}>
          {texts.keep}
        </Button>
      </View>
    </View>
  );
}

function badge({ lifted, countsUntil }: NoShow, now: number) {
  if (lifted)
    return { tone: 'done', text: lifted === 'appeal' ? texts.liftedAppeal : texts.liftedVoided } as const;
  return countsUntil > now
    ? ({ tone: 'waiting', text: texts.counts } as const)
    : ({ tone: 'done', text: texts.faded } as const);
}

/** One time somebody booked and did not come: when, where, who noted it, and what can be said about it. */
export function NoShowCard({
  noShow,
  late,
  onChanged,
}: {
  noShow: NoShow;
  /** How long after the start somebody can still check in. */
  late: number;
  onChanged: () => void;
}) {
  const { id, start, place, by, recorder = '', countsUntil, lifted, appeal } = noShow;
  const now = Date.now();
  const { tone, text } = badge(noShow, now);
  return (
    <Card>
      <View className="booking-head">
        <View className="heading figures">
          {sayDate(start, now)} {clockOf(start)}
        </View>
        <Badge tone={tone}>{text}</Badge>
      </View>
      {place ? (
        <View className="booking-line">
          {place.room ? bookingsTexts.where(place.room, place.venue) : place.venue}
        </View>
      ) : null}
      <View className="small">{by === 'system' ? texts.bySystem(late) : texts.byKeeper(recorder)}</View>
      {lifted === 'slotVoided' ? <View className="small">{texts.liftedVoidedNote}</View> : null}
      {!lifted && countsUntil > now ? <View className="small">{texts.until(countsUntil, now)}</View> : null}
      {appeal ? <Row title={appeal.words} note={texts.appealed(appeal.at, now)} /> : null}
      {appeal && !lifted ? (
        <View className="booking-line">
          <View className="small">{texts.waiting}</View>
          {place ? (
            <View className="booking-buttons">
              <Button small label={`${texts.call} ${place.phone}`} onPress={() => callUp(place.phone)}>
                {texts.call}
              </Button>
            </View>
          ) : null}
        </View>
      ) : null}
      {appeal || lifted ? null : <Appeal id={id} onSent={onChanged} />}
    </Card>
  );
}
