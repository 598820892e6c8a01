import type { VenueChange } from '@niangjia/shared/venues/setUp';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { WhenField } from '../../../ui/WhenField.tsx';
import { Outside, useOutside } from './Outside.tsx';
import { roomTexts as texts } from './setUp.text.ts';
import type { House, HouseRoom, useSetUp } from './useSetUp.tsx';

/** Takes a room out of use, once it is known whom that touches. */
export function Retire({
  house,
  room,
  state,
}: {
  house: House;
  room: HouseRoom;
  state: ReturnType<typeof useSetUp>;
}) {
  const [opened, open] = useState(false);
  const [from, setFrom] = useState(room.retired ?? house.firstDay);
  const what: VenueChange = { kind: 'retire', room: room.id, from };
  const outside = useOutside(house, what);
  if (!opened) {
    return (
      <Button kind="text" onPress={() => open(true)}>
        {texts.retire}
      </Button>
    );
  }
  return (
    <View>
      <Card heading={texts.retire}>
        <View className="small">{texts.retireNote}</View>
        <WhenField label={texts.retireFrom} kind="date" value={from} onChoose={setFrom} />
      </Card>
      <Outside outside={outside} onFrom={setFrom} />
      <View className="set-acts">
        <Button kind="outline" small onPress={() => open(false)}>
          {texts.keep}
        </Button>
        <Button
          small
          busy={state.deed.busy}
          whyNot={outside.whyNot}
          onPress={() => void state.change(what, outside.reason)}
        >
          {texts.retireNow}
        </Button>
      </View>
    </View>
  );
}
