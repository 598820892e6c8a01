import { metresBetween, type Point } from '@niangjia/shared/venues/distance';
import type { RoomKind } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayMetres } from '../say.ts';
import { open, replaceWith } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Chips } from '../ui/Chips.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Row } from '../ui/Row.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Locate } from './Locate.tsx';
import { kindTexts, listTexts as texts } from './list.text.ts';
import { useTonight } from './useTonight.ts';
import { useVenues, type VenueRow } from './useVenues.ts';
import { VenueLine } from './VenueLine.tsx';
import './list.scss';

const kinds = Object.keys(kindTexts) as RoomKind[];
const A_PAGE = 30;

/** By distance where that is known; by address otherwise, which begins with the district. */
function sorted(venues: readonly VenueRow[], here: Point | undefined): VenueRow[] {
  if (!here) return [...venues].sort((a, b) => (a.address < b.address ? -1 : 1));
  return [...venues].sort((a, b) => metresBetween(here, a) - metresBetween(here, b));
}

/** Venues near somebody, and what they have. */
export default function VenuesPage() {
  const asked = useVenues();
  const [here, setHere] = useState<Point>();
  const [kind, setKind] = useState<RoomKind | 'all'>('all');
  const [count, setCount] = useState(A_PAGE);
  const all = asked.answer?.venues ?? [];
  const chosen = kind === 'all' ? undefined : kind;
  const list = sorted(
    all.filter((venue) => !chosen || venue.kinds.includes(chosen)),
    here,
  );
  const tonight = useTonight(list, chosen);
  const freeAt = (id: string) => (tonight.on ? tonight.seen?.free.find((free) => free.id === id) : undefined);
  const shown = tonight.on ? list.filter(({ id }) => freeAt(id)) : list.slice(0, count);
  const nearest = here && list[0] ? sayMetres(metresBetween(here, list[0])) : undefined;

  return (
    <Screen title={texts.title}>
      <View className="title venues-head">{nearest ? texts.nearest(nearest) : texts.headline}</View>
      <Notice refused={asked.refused} onNext={asked.again} />
      <Card>
        <Row title={texts.bookings} note={texts.bookingsNote} end="›" onPress={() => open('bookings')} />
        {here || all.length === 0 ? null : <Locate onHere={setHere} />}
      </Card>
      {all.length > 0 ? (
        <View className="venues-chips">
          <Chips
            label={texts.what}
            choices={[
              { value: 'all', text: texts.all },
              ...kinds
                .filter((has) => all.some((venue) => venue.kinds.includes(has)))
                .map((value) => ({ value, text: kindTexts[value] })),
            ]}
            chosen={kind}
            onChoose={setKind}
          />
          <Chips
            label={texts.when}
            choices={[{ value: 'tonight', text: texts.tonight }]}
            chosen={tonight.on ? ['tonight'] : []}
            onChoose={() => tonight.turn(!tonight.on)}
          />
        </View>
      ) : null}
      <Notice refused={tonight.refused} onNext={tonight.again} />
      {shown.length > 0 ? (
        <Card>
          {shown.map((venue) => (
            <VenueLine key={venue.id} venue={venue} here={here} free={freeAt(venue.id)} kind={chosen} />
          ))}
        </Card>
      ) : null}
      {asked.loading && all.length === 0 ? <Skeleton lines={[60, 90, 50, 80]} /> : null}
      {tonight.on && !tonight.seen && !tonight.refused ? (
        <View>
          <View className="small venues-note">{texts.looking}</View>
          <Skeleton lines={[60, 90]} />
        </View>
      ) : null}
      {tonight.on && tonight.seen && shown.length === 0 ? (
        <Empty
          text={texts.noneTonight(tonight.seen.upTo)}
          note={texts.noneTonightNote}
          next={texts.showAll}
          onNext={() => tonight.turn(false)}
        />
      ) : null}
      {tonight.goOn ? (
        <Button kind="plain" onPress={tonight.goOn}>
          {texts.lookOn}
        </Button>
      ) : null}
      {!tonight.on && list.length > count ? (
        <Button kind="plain" onPress={() => setCount(count + A_PAGE)}>
          {texts.showMore}
        </Button>
      ) : null}
      {asked.answer && all.length > 0 && list.length === 0 ? (
        <Empty
          text={texts.noSuch}
          note={texts.noSuchNote}
          next={texts.showAll}
          onNext={() => setKind('all')}
        />
      ) : null}
      {asked.answer && all.length === 0 ? (
        <Empty text={texts.none} note={texts.noneNote} next={texts.home} onNext={() => replaceWith('home')} />
      ) : null}
    </Screen>
  );
}
