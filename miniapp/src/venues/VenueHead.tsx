import type { Point } from '@niangjia/shared/venues/distance';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { callUp, showTheWay } from '../wayThere.ts';
import { aboutTexts as texts } from './about.text.ts';
import './VenueHead.scss';

/** What a venue's pages begin with: its name, where it is, how to get there and how to ask. */
export function VenueHead({
  venue,
  says,
  children,
}: {
  venue: Point & { readonly name: string; readonly address: string; readonly phone: string };
  /** What stands below the address. */
  says?: string;
  /** More buttons. */
  children?: ReactNode;
}) {
  return (
    <View className="venue-head">
      <View className="title">{venue.name}</View>
      <View className="small">{venue.address}</View>
      {says ? <View className="small">{says}</View> : null}
      <View className="venue-ways">
        <Button small label={`${texts.go} ${venue.name}`} onPress={() => showTheWay(venue)}>
          {texts.go}
        </Button>
        <Button small label={`${texts.call} ${venue.phone}`} onPress={() => callUp(venue.phone)}>
          {texts.call}
        </Button>
        {children}
      </View>
    </View>
  );
}
