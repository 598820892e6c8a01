import type { GuestCard } from '@niangjia/shared/venues/guest';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { CardPick } from '../ui/CardPick.tsx';
import { Notice } from '../ui/Notice.tsx';
import { spoken } from '../ui/press.ts';
import { Row } from '../ui/Row.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useDeed } from '../useDeed.ts';
import { usePages } from '../usePages.ts';
import { clubsApi } from './clubsApi.ts';
import { membersTexts as texts } from './members.text.ts';
import './register.scss';

/** Asking a member, by the card they show, to lead the club from now on. */
function HandOver({ club }: { club: string }) {
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState<string>();
  const deed = useDeed();
  const ask = (card: GuestCard) =>
    void deed.run(async () => {
      setAsked((await clubsApi.nameSuccessor({ club, card })).name ?? texts.somebody);
    });
  if (asked)
    return (
      <View {...spoken('status')}>
        <Card tone="done">
          <View>✓ {texts.asked(asked)}</View>
          <View className="small">{texts.askedNote}</View>
        </Card>
      </View>
    );
  if (!open)
    return (
      <Button kind="plain" onPress={() => setOpen(true)}>
        {texts.start}
      </Button>
    );
  return (
    <Card heading={texts.handOver}>
      <View className="small">{texts.handOverNote}</View>
      <CardPick busy={deed.busy} onCard={ask} />
      <Notice refused={deed.refused} onNext={deed.clear} />
      <Button kind="text" onPress={() => setOpen(false)}>
        {texts.keep}
      </Button>
    </Card>
  );
}

/** Who is in a club, masked, for its leader; and handing it over. */
export default function MembersPage() {
  const { club = '' } = useRouter().params;
  const pages = usePages(
    (cursor) => clubsApi.listClubMembers({ club, cursor }),
    ({ members }) => members,
    club,
  );
  const { rows } = pages;
  return (
    <Screen title={texts.title}>
      <Notice refused={pages.refused} onNext={pages.again} />
      {rows ? (
        <View>
          <View className="title register-head">{texts.headline(rows.length, pages.rest)}</View>
          <Card>
            {pages.shown(rows).map(({ id, name, since, leads }) => (
              <Row
                key={id}
                title={name ?? texts.somebody}
                note={texts.since(since)}
                end={leads ? <Badge>{texts.leads}</Badge> : undefined}
              />
            ))}
          </Card>
          {pages.readOn ? (
            <Button kind="plain" busy={pages.busy} onPress={pages.readOn}>
              {texts.more}
            </Button>
          ) : null}
          {rows.length > 1 ? <HandOver club={club} /> : <View className="small">{texts.alone}</View>}
        </View>
      ) : pages.refused ? null : (
        <Skeleton lines={[60, 60, 60]} />
      )}
    </Screen>
  );
}
