import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../../desk/Desk.tsx';
import { forSetUp } from '../../../desk/forStaff.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { spoken } from '../../../ui/press.ts';
import { qrPicture } from '../../../ui/qrPicture.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { usePaper } from '../../../ui/usePaper.ts';
import { doorTexts as texts } from './setUp.text.ts';
import { type House, type HouseRoom, useSetUp } from './useSetUp.tsx';
import './door.scss';
import './setUp.scss';

const web = process.env.TARO_ENV !== 'weapp';

/** The sheet as it comes out of the printer. */
function Sheet({ house: { facts }, room }: { house: House; room: HouseRoom }) {
  usePaper('sheet');
  return (
    <View className="door-sheet">
      <View className="door-house">{facts.name}</View>
      <View className="door-room">{room.name}</View>
      <Image
        className="door-code"
        src={qrPicture(room.door)}
        {...(web ? { nativeProps: { alt: `${room.name} ${texts.code}` } } : {})}
      />
      <View className="door-headline">{texts.headline}</View>
      {texts.steps.map((step) => (
        <View key={step} className="door-step">
          {step}
        </View>
      ))}
      <View className="door-help figures">{texts.help(facts.phone)}</View>
    </View>
  );
}

/** A new code for the door, asked for twice: the one that hangs there is then good for nothing. */
function Renew({ busy, onRenew }: { busy: boolean; onRenew: () => void }) {
  const [asking, ask] = useState(false);
  if (!asking) {
    return (
      <Button kind="outline" small onPress={() => ask(true)}>
        {texts.renew}
      </Button>
    );
  }
  return (
    <Card>
      <View className="small set-said">{texts.renewNote}</View>
      <View className="set-acts">
        <Button small kind="outline" onPress={() => ask(false)}>
          {texts.keep}
        </Button>
        <Button
          small
          busy={busy}
          onPress={() => {
            ask(false);
            onRenew();
          }}
        >
          {texts.renewNow}
        </Button>
      </View>
    </Card>
  );
}

/** The code that hangs beside a room's door, on a sheet of A4, and how to replace it. */
function DoorPage() {
  const { house, room, deed, change, asked, again } = useSetUp();
  const [renewed, setRenewed] = useState(false);
  const renew = () =>
    room &&
    change({ kind: 'door', room: room.id }, undefined, () => {
      setRenewed(true);
      asked.again();
    });
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence}
      note={texts.note}
      current="keptSetUp"
      action={
        house && room && web ? (
          <Button kind="main" onPress={() => window.print()}>
            {texts.print}
          </Button>
        ) : undefined
      }
    >
      <Notice refused={deed.refused ?? asked.refused} onNext={again} />
      <View {...spoken('status')}>{renewed ? <Card tone="done">{texts.renewed}</Card> : null}</View>
      {web ? null : <Card tone="waiting">{texts.atDesk}</Card>}
      {house && room ? (
        <View>
          <Sheet house={house} room={room} />
          <Renew busy={deed.busy} onRenew={() => void renew()} />
        </View>
      ) : asked.refused ? null : (
        <Skeleton lines={[60, 90, 90]} />
      )}
    </Desk>
  );
}

export default forSetUp(DoorPage);
