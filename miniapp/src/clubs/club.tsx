import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { View } from '@tarojs/components';
import { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro';
import { sayYuan } from '../sayYuan.ts';
import { open, shareCard } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Row } from '../ui/Row.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useAnswer } from '../useAnswer.ts';
import { type Deed, useDeed } from '../useDeed.ts';
import type { ClubAnswer } from './answers.ts';
import { ClubActivities } from './ClubActivities.tsx';
import { ClubState } from './ClubState.tsx';
import { clubTexts as texts } from './club.text.ts';
import { clubsApi } from './clubsApi.ts';
import { Leave } from './Leave.tsx';
import { categoryNames } from './names.text.ts';
import './club.scss';

/** What one does first: its leader declares an activity, others join. */
function action(there: ClubAnswer, deed: Deed, join: () => void) {
  const { club, leads, belongs, whyNotJoin } = there;
  if (leads)
    return club.state === 'active' ? (
      <Button kind="main" onPress={() => open('declare', { club: club.id })}>
        {texts.declare}
      </Button>
    ) : undefined;
  if (belongs || club.state !== 'active') return undefined;
  return (
    <Button
      kind="main"
      busy={deed.busy}
      whyNot={whyNotJoin && refusalEntry(whyNotJoin as RefusalCode).text}
      onPress={join}
    >
      {deed.busy ? texts.joining : texts.join}
    </Button>
  );
}

/** What a leader does with their club beside declaring activities. */
function Leading({ club: { club, members } }: { club: ClubAnswer }) {
  return (
    <Card>
      <Row
        title={texts.members}
        note={texts.membersNote(members)}
        end="›"
        onPress={() => open('clubMembers', { club: club.id })}
      />
      <Row
        title={texts.change}
        note={texts.changeNote}
        end="›"
        onPress={() => open('registerClub', { club: club.id })}
      />
    </Card>
  );
}

/** A club: what it is, what it plans and did, what it has earned; joining it, and leading it. */
export default function ClubPage() {
  const { club: id = '' } = useRouter().params;
  const asked = useAnswer(() => clubsApi.getClub({ club: id }), id);
  const deed = useDeed();
  useDidShow(() => {
    if (asked.answer) asked.again();
  });
  const there = asked.answer;
  useShareAppMessage(() => shareCard(texts.share(there?.club.name ?? texts.title), 'club', { club: id }));
  if (!there) {
    return (
      <Screen title={texts.title}>
        <Notice refused={asked.refused} onNext={asked.again} />
        {asked.refused ? null : (
          <View>
            <Skeleton lines={[50, 90, 40]} />
            <Skeleton lines={[70, 60, 70]} />
          </View>
        )}
      </Screen>
    );
  }
  const { club, leads, belongs, members, balance, redeemed } = there;
  const join = async () => {
    if (await deed.run(async () => void (await clubsApi.joinClub({ club: id })))) asked.again();
  };
  return (
    <Screen title={texts.title} action={action(there, deed, join)}>
      <View className="club-head">
        <View className="title">{club.name}</View>
        <View className="small">{texts.facts(categoryNames[club.category], club.union)}</View>
        <View className="small">
          {`${texts.leader(club.leader ?? texts.somebody)} · ${texts.people(members)}`}
        </View>
      </View>
      <Notice refused={asked.refused} onNext={asked.again} />
      <Notice refused={deed.refused} onNext={join} />
      <ClubState there={there} onChanged={asked.again} />
      <Card>{club.words}</Card>
      <Card>
        <Row
          title={texts.points}
          note={texts.pointsNote(sayYuan(redeemed))}
          end={<View className="club-points figures">{`${balance} ›`}</View>}
          onPress={() => open('statement', { club: id })}
        />
      </Card>
      <ClubActivities there={there} />
      {leads && club.state === 'active' ? <Leading club={there} /> : null}
      {belongs && !leads ? <Leave club={id} onLeft={asked.again} /> : null}
    </Screen>
  );
}
