import { metresBetween, type Point } from '@niangjia/shared/venues/distance';
import type { RoomKind } from '@niangjia/shared/venues/room';
import { View } from '@tarojs/components';
import { sayMetres } from '../say.ts';
import { open } from '../screens.ts';
import { Row } from '../ui/Row.tsx';
import { kindTexts, listTexts as texts } from './list.text.ts';
import type { Free } from './useTonight.ts';
import type { VenueRow } from './useVenues.ts';

/** A venue in the list: how far it is, and what it has, or what of it is free this evening. */
export function VenueLine({
  venue,
  here,
  free,
  kind,
}: {
  venue: VenueRow;
  here: Point | undefined;
  free: Free | undefined;
  /** What is looked for; its page begins with that. */
  kind: RoomKind | undefined;
}) {
  const { id, name, address, kinds } = venue;
  const what = kinds.map((has) => kindTexts[has]).join('、');
  const distance = here ? sayMetres(metresBetween(here, venue)) : undefined;
  return (
    <Row
      title={name}
      note={
        <View>
          <View>{free ? texts.first(free.first.start, free.first.name) : what}</View>
          <View>{address}</View>
        </View>
      }
      end={
        <View className="figures">
          {free ? <View className="venues-fact">{texts.free(free.slots)}</View> : null}
          <View className={free ? '' : 'venues-fact'}>{distance ?? (free ? '' : '›')}</View>
        </View>
      }
      onPress={() => open('venue', { venue: id, ...(kind ? { kind } : {}) })}
    />
  );
}
