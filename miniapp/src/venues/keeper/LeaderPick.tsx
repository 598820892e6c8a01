import type { ResponseOf } from '@niangjia/shared/contract';
import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import type { GuestCard } from '@niangjia/shared/venues/guest';
import type { keeping } from '@niangjia/shared/venues/keeperContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { CardPick } from '../../ui/CardPick.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { useDeed } from '../../useDeed.ts';
import { groupsTexts as texts } from './groups.text.ts';
import { keeperApi } from './keeperApi.ts';

type Seen = ResponseOf<typeof keeping.seeLeader>;

/** Who is to lead a group: whose card it is first, and then the act. */
export function LeaderPick({
  org,
  whyNot,
  onLeader,
  onAgain,
}: {
  org: string;
  /** What is missing before anybody can be named. */
  whyNot?: string | undefined;
  onLeader: (guest: string, name: string) => Promise<void>;
  onAgain: () => void;
}) {
  const [seen, see] = useState<Seen>();
  const deed = useDeed();
  const again = () => {
    see(undefined);
    deed.clear();
    onAgain();
  };
  const look = (card: GuestCard) => deed.run(async () => see(await keeperApi.seeLeader({ org, card })));
  if (!seen)
    return (
      <View className="kept-said">
        <View className="small kept-said">{texts.who}</View>
        <CardPick busy={deed.busy} onCard={look} />
        <Notice refused={deed.refused} onNext={deed.clear} />
      </View>
    );
  const { guest, name = texts.somebody, why } = seen;
  return (
    <View className="kept-said">
      <Row title={name} note={texts.found} />
      <Notice refused={deed.refused} onNext={again} />
      <View className="kept-acts">
        <Button
          kind="main"
          small
          busy={deed.busy}
          whyNot={why ? refusalEntry(why as RefusalCode).text : whyNot}
          onPress={() => deed.run(() => onLeader(guest, name))}
        >
          {texts.lead(name)}
        </Button>
        <Button small onPress={() => see(undefined)}>
          {texts.another}
        </Button>
      </View>
    </View>
  );
}
