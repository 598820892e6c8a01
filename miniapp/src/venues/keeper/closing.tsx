import type { ResponseOf } from '@niangjia/shared/contract';
import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { DAY, dayOf, instantOf, sayDate } from '@niangjia/shared/time';
import type { keeping } from '@niangjia/shared/venues/keeperContract';
import type { KeeperReason } from '@niangjia/shared/venues/keepersWord';
import { saySlot } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forKeeper } from '../../desk/forStaff.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { choicesOf } from '../../ui/choicesOf.ts';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { Row } from '../../ui/Row.tsx';
import { WhenField } from '../../ui/WhenField.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { closingTexts as texts } from './closing.text.ts';
import { keeperApi } from './keeperApi.ts';
import { useKeptVenues } from './useKept.ts';
import { VenuePick } from './VenuePick.tsx';
import './KeptGrid.scss';

const instant = (day: string, clock: string) =>
  /^\d{4}-\d\d-\d\d$/.test(day) && /^\d\d:\d\d$/.test(clock) ? instantOf(day, clock) : 0;

/** As many lines as a list of the page has. */
const SHOWN = 60;

type Result = ResponseOf<typeof keeping.closeRoom>['results'][number];

/** What stayed as it was, each slot with its reason; the others are many and all the same. */
function Results({ results }: { results: readonly Result[] }) {
  const left = results.filter(({ why }) => why);
  if (left.length === 0) return null;
  return (
    <Card heading={texts.left(left.length)} tone="waiting">
      {left.slice(0, SHOWN).map(({ why, ...slot }) => (
        <Row
          key={slot.start}
          title={`${sayDate(slot.start, Date.now())} ${saySlot(slot)}`}
          note={refusalEntry(why as RefusalCode).text}
        />
      ))}
      {results.length > left.length ? (
        <View className="small kept-said">{texts.others(results.length - left.length)}</View>
      ) : null}
    </Card>
  );
}

/** Closes a room for a period: first whom that touches, then the act. */
function ClosingPage({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const kept = useKeptVenues(homes);
  const venue = kept.venue?.id;
  const tomorrow = dayOf(Date.now() + DAY);
  const asked = useAnswer(
    async () => (venue ? await keeperApi.getKeptDay({ venue, day: tomorrow }) : undefined),
    venue ?? '',
  );
  // While another house's rooms are on their way, those of the one before are not to be closed in it.
  const rooms = asked.answer?.venue.id === venue ? asked.answer?.rooms : undefined;
  const ready = asked.answer !== undefined;
  const [chosen, choose] = useState('');
  const [from, setFrom] = useState({ day: tomorrow, clock: '00:00' });
  const [until, setUntil] = useState({ day: tomorrow, clock: '23:59' });
  const [reason, setReason] = useState<KeeperReason>();
  const [said, say] = useState('');
  const [results, setResults] = useState<readonly Result[]>([]);
  const [seen, see] = useState<Awaited<ReturnType<typeof keeperApi.listClosing>> & { of: string }>();
  const deed = useDeed();
  const room = rooms?.find(({ id }) => id === chosen)?.id ?? rooms?.[0]?.id;
  const period = { from: instant(from.day, from.clock), until: instant(until.day, until.clock) };
  const where = { venue: venue ?? '', room: room ?? '' };
  const question = `${venue} ${room} ${period.from} ${period.until}`;
  const touched = seen?.of === question ? seen : undefined;
  const look = () =>
    deed.run(async () => {
      say('');
      setResults([]);
      const asked = { ...where, from: String(period.from), until: String(period.until) };
      see({ ...(await keeperApi.listClosing(asked)), of: question });
    });
  const act = (what: () => Promise<string>) => () =>
    deed.run(async () => {
      say(await what());
      see(undefined);
    });
  const close = act(async () => {
    if (!reason) return '';
    const { slots, results } = await keeperApi.closeRoom({ ...where, ...period, reason });
    setResults(results);
    return texts.done(slots);
  });
  const reopen = act(async () => texts.opened((await keeperApi.reopenRoom({ ...where, ...period })).slots));
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence}
      note={ready ? kept.venue?.name : undefined}
      current="keptClosing"
      top
      action={
        <Button
          kind="main"
          busy={deed.busy}
          whyNot={touched ? (reason ? undefined : texts.reasonFirst) : texts.lookFirst}
          onPress={close}
        >
          {touched && touched.count > 0 ? texts.close : texts.closeEmpty}
        </Button>
      }
    >
      <VenuePick kept={kept} ready={ready} />
      <View {...spoken('status')}>{said ? <Card tone="done">{said}</Card> : null}</View>
      {said ? <Results results={results} /> : null}
      <Notice refused={asked.refused} onNext={asked.again} />
      <Card heading={texts.room}>
        <Chips
          label={texts.room}
          choices={(rooms ?? []).map(({ id, name: text }) => ({ value: id, text }))}
          chosen={room}
          onChoose={choose}
        />
        <View className="kept-when">
          <WhenField
            label={texts.from}
            kind="date"
            value={from.day}
            onChoose={(day) => setFrom({ ...from, day })}
          />
          <WhenField
            label={texts.fromAt}
            kind="time"
            value={from.clock}
            onChoose={(clock) => setFrom({ ...from, clock })}
          />
          <WhenField
            label={texts.until}
            kind="date"
            value={until.day}
            onChoose={(day) => setUntil({ ...until, day })}
          />
          <WhenField
            label={`${texts.until}${texts.untilAt}`}
            kind="time"
            value={until.clock}
            onChoose={(clock) => setUntil({ ...until, clock })}
          />
        </View>
        <Button kind="outline" busy={deed.busy || !room} onPress={look}>
          {seen && !touched ? texts.lookAgain : texts.look}
        </Button>
        <Notice refused={deed.refused} onNext={deed.clear} />
      </Card>
      {touched ? (
        <Card heading={texts.who(touched.count, touched.waiting)}>
          <View className="small">{texts.slots(touched.slots, touched.closed, touched.kept)}</View>
          {touched.bookings.slice(0, SHOWN).map((booking) => (
            <Row
              key={booking.id}
              title={booking.name ?? texts.somebody}
              end={`${sayDate(booking.start, Date.now())} ${saySlot(booking)}`}
            />
          ))}
          {touched.count > SHOWN ? <View className="small">{texts.more(touched.count - SHOWN)}</View> : null}
          <View className="small kept-said">{texts.inTime}</View>
          {touched.closed > 0 ? (
            <Button kind="text" busy={deed.busy} onPress={reopen}>
              {texts.open}
            </Button>
          ) : null}
        </Card>
      ) : null}
      <Card heading={texts.why}>
        <Chips label={texts.why} choices={choicesOf(texts.reasons)} chosen={reason} onChoose={setReason} />
      </Card>
    </Desk>
  );
}

export default forKeeper(ClosingPage);
