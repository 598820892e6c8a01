import { refusalEntry } from '@niangjia/shared/refusal';
import { dayOf, instantOf, sayDate } from '@niangjia/shared/time';
import { whyNotHours } from '@niangjia/shared/venues/changing';
import type { Hours, Span } from '@niangjia/shared/venues/room';
import type { VenueChange } from '@niangjia/shared/venues/setUp';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../../desk/Desk.tsx';
import { forSetUp } from '../../../desk/forStaff.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Row } from '../../../ui/Row.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { WhenField } from '../../../ui/WhenField.tsx';
import { Outside, useOutside } from './Outside.tsx';
import { hoursTexts as texts } from './setUp.text.ts';
import { type House, useSetUp } from './useSetUp.tsx';
import './setUp.scss';

const MONDAY_FIRST = [1, 2, 3, 4, 5, 6, 0];
const MOST_SPANS = 3;

/** One weekday: when it opens and closes, three times at most. */
function Weekday({
  name,
  spans,
  onSpans,
}: {
  name: string;
  spans: readonly Span[];
  onSpans: (spans: Span[]) => void;
}) {
  const set = (i: number, changed: Partial<Span>) =>
    onSpans(spans.map((span, at) => (at === i ? { ...span, ...changed } : span)));
  const add = () => onSpans([...spans, { from: spans[spans.length - 1]?.until ?? '09:00', until: '21:00' }]);
  return (
    <View className="set-day">
      <View className="set-name">{name}</View>
      <View>
        {spans.length === 0 ? <View className="small">{texts.closed}</View> : null}
        {spans.map((span, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a span has no name but its place
          <View key={i} className="set-span">
            <WhenField
              label={`${name}${texts.from}`}
              kind="time"
              value={span.from}
              onChoose={(from) => set(i, { from })}
            />
            <WhenField
              label={`${name}${texts.until}`}
              kind="time"
              value={span.until === '24:00' ? '23:59' : span.until}
              onChoose={(until) => set(i, { until: until === '23:59' ? '24:00' : until })}
            />
            <Button
              kind="text"
              label={`${name} ${texts.remove} ${span.from}`}
              onPress={() => onSpans(spans.filter((_, at) => at !== i))}
            >
              {texts.remove}
            </Button>
          </View>
        ))}
      </View>
      {spans.length < MOST_SPANS ? (
        <View className="set-more">
          <Button small label={`${name} ${texts.add}`} onPress={add}>
            {texts.add}
          </Button>
        </View>
      ) : (
        <View />
      )}
    </View>
  );
}

function ClosedDays({
  days,
  first,
  onDays,
}: {
  days: readonly string[];
  first: string;
  onDays: (days: string[]) => void;
}) {
  const [day, choose] = useState(first);
  return (
    <Card heading={texts.closedOn}>
      {days.length === 0 ? <View className="small">{texts.noClosed}</View> : null}
      {days.map((one) => (
        <Row
          key={one}
          title={sayDate(instantOf(one, '00:00'), Date.now())}
          end={
            <Button
              small
              label={`${texts.remove} ${one}`}
              onPress={() => onDays(days.filter((other) => other !== one))}
            >
              {texts.remove}
            </Button>
          }
        />
      ))}
      <WhenField label={texts.day} kind="date" value={day} onChoose={choose} />
      <View className="set-acts">
        <Button kind="outline" small onPress={() => onDays([...new Set([...days, day])].sort())}>
          {texts.addDay}
        </Button>
      </View>
    </Card>
  );
}

function Form({ house, state }: { house: House; state: ReturnType<typeof useSetUp> }) {
  const { deed, change, again } = state;
  const [hours, setHours] = useState<Hours>((house.next ?? house).hours);
  const isNew = house.hours.every((spans) => spans.length === 0);
  const [from, setFrom] = useState(house.next?.from ?? (isNew ? dayOf(Date.now()) : house.firstDay));
  const [closedDays, setClosed] = useState<string[]>([...house.closedDays]);
  const what: VenueChange = { kind: 'hours', from, hours, closedDays };
  const outside = useOutside(house, what);
  const wrong = whyNotHours(hours);
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence}
      note={house.facts.name}
      current="keptSetUp"
      action={
        <Button
          kind="main"
          busy={deed.busy}
          whyNot={wrong ? refusalEntry(wrong).text : outside.whyNot}
          onPress={() => void change(what, outside.reason)}
        >
          {texts.save}
        </Button>
      }
    >
      <Notice refused={deed.refused} onNext={again} />
      <View className="set-columns">
        <Card>
          {MONDAY_FIRST.map((day) => (
            <Weekday
              key={day}
              name={texts.days[day] ?? ''}
              spans={hours[day] ?? []}
              onSpans={(spans) => setHours(hours.map((before, at) => (at === day ? spans : before)))}
            />
          ))}
          <View className="set-acts">
            <Button small onPress={() => setHours(hours.map(() => [...(hours[1] ?? [])]))}>
              {texts.same}
            </Button>
          </View>
        </Card>
        <View>
          <Card>
            <WhenField
              label={texts.begins}
              kind="date"
              value={from}
              onChoose={setFrom}
              hint={isNew ? undefined : texts.beginsHint(house.firstDay)}
            />
          </Card>
          <ClosedDays days={closedDays} first={house.firstDay} onDays={setClosed} />
          <Outside outside={outside} onFrom={setFrom} />
        </View>
      </View>
    </Desk>
  );
}

/** When a house is open, from a day on, and the days on which it stays closed. */
function HoursPage() {
  const state = useSetUp();
  const { house, asked, again } = state;
  if (house) return <Form key={house.version} house={house} state={state} />;
  return (
    <Desk title={texts.title} heading={texts.sentence} current="keptSetUp">
      <Notice refused={asked.refused} onNext={again} />
      <Skeleton lines={[60, 90, 90]} />
    </Desk>
  );
}

export default forSetUp(HoursPage);
