import { View } from '@tarojs/components';
import { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro';
import { sayWhen } from '../../say.ts';
import { open, shareCard } from '../../screens.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { press } from '../../ui/press.ts';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useNow } from '../../useNow.ts';
import { useVisible } from '../../useVisible.ts';
import { showTheWay } from '../../wayThere.ts';
import { natureNames } from '../names.text.ts';
import { activityTexts as texts } from './activity.text.ts';
import type { ActivityAnswer } from './answers.ts';
import { CheckedInCard } from './CheckedInCard.tsx';
import { clubsApi } from './clubsApi.ts';
import { LeaderPart } from './LeaderPart.tsx';
import { LeaderStand } from './LeaderStand.tsx';
import { MyPart } from './MyPart.tsx';
import { natureNotes, sayGrade, sayState, toneOf } from './told.text.ts';
import { useMainAct } from './useMainAct.tsx';
import './club.scss';
import './activity.scss';

/** What an activity came to, or that nothing comes of it. */
function Outcome({ activity: { status, grade, points } }: Pick<ActivityAnswer, 'activity'>) {
  if (status === 'graded')
    return (
      <Card tone={grade ? 'done' : 'plain'}>
        <View className="activity-outcome">
          <View className="heading">{grade ? texts.graded(sayGrade(grade)) : texts.gradedNone}</View>
          {points ? <View className="activity-gain figures">{texts.points(points)}</View> : null}
        </View>
      </Card>
    );
  if (status === 'reversed' || status === 'voided' || status === 'cancelled' || status === 'booking')
    return <Card>{texts[status]}</Card>;
  return null;
}

/** What everybody may know of it. */
function Facts({ there: { activity, signedUp, came } }: { there: ActivityAnswer }) {
  const { nature, expected, words, end } = activity;
  return (
    <Card>
      <Row
        title={natureNames[nature]}
        note={natureNotes[nature]}
        end={<View className="activity-people figures">{texts.expected(expected)}</View>}
      />
      {signedUp > 0 || end > Date.now() ? (
        <Row title={texts.signedUpCount(signedUp)} end={came > 0 ? texts.cameCount(came) : undefined} />
      ) : null}
      {words ? <Row title={texts.words} note={words} /> : null}
    </Card>
  );
}

/** An activity: when and where; taking part in it, and leading it. */
export default function ActivityPage() {
  const { activity: id = '' } = useRouter().params;
  const asked = useAnswer(() => clubsApi.getActivity({ activity: id }), id);
  // Looked at again each second, so that the button is there when it can be used.
  const now = useNow(useVisible());
  const there = asked.answer;
  const act = useMainAct(there, now, asked.again);
  useDidShow(() => {
    if (there) asked.again();
  });
  useShareAppMessage(() =>
    shareCard(texts.share(there?.activity.title ?? texts.title), 'activity', { activity: id }),
  );
  if (!there) {
    return (
      <Screen title={texts.title}>
        <Notice refused={asked.refused} onNext={asked.again} />
        {asked.refused ? null : (
          <View>
            <Skeleton lines={[70, 60, 80]} />
            <Skeleton lines={[50, 90]} />
          </View>
        )}
      </Screen>
    );
  }
  const { activity, leads } = there;
  const { latitude, longitude, place, club } = activity;
  const onMap = latitude !== undefined && longitude !== undefined;
  return (
    <Screen title={texts.title} action={act.button}>
      <View className="activity-head">
        <Badge tone={toneOf(activity)}>{sayState(activity, now)}</Badge>
        <View className="title">{activity.title}</View>
        <View className="activity-when figures">{sayWhen(activity, now)}</View>
        <View>{place}</View>
        <View
          className="activity-of small"
          {...press(() => open('club', { club: club.id }), { role: 'link' })}
        >
          {texts.of(club.name, activity.union)} ›
        </View>
        {onMap ? (
          <View className="club-buttons">
            <Button
              small
              label={`${texts.go} ${place}`}
              onPress={() => showTheWay({ latitude, longitude, name: activity.title, address: place })}
            >
              {texts.go}
            </Button>
          </View>
        ) : null}
      </View>
      <Notice refused={asked.refused} onNext={asked.again} />
      <Notice refused={act.refused} onNext={act.again} />
      {act.said ? <Card tone="wrong">{act.said}</Card> : null}
      {act.checkedIn ? <CheckedInCard checkedIn={act.checkedIn} /> : null}
      <Outcome activity={activity} />
      {act.checkedIn ? null : <MyPart there={there} now={now} onChanged={asked.again} />}
      {leads ? <LeaderStand there={there} now={now} /> : null}
      <Facts there={there} />
      {leads ? <LeaderPart there={there} now={now} onChanged={asked.again} /> : null}
    </Screen>
  );
}
