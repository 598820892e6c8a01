import { HOUR } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { open } from '../screens.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Row } from '../ui/Row.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useAnswer } from '../useAnswer.ts';
import { ActivityLine } from './ActivityLine.tsx';
import type { MyActivity } from './answers.ts';
import { CheckedInCard } from './CheckedInCard.tsx';
import { clubsApi } from './clubsApi.ts';
import { MyClubRows } from './MyClubRows.tsx';
import { mineTexts as texts } from './mine.text.ts';
import { Presence } from './Presence.tsx';
import { presenceTexts } from './presence.text.ts';
import { scanTexts } from './scan.text.ts';
import { useCodeScan } from './useCodeScan.ts';

/** The longest before it begins that a city may let people check in. */
const SOON = 4 * HOUR;

/** How somebody stands to an activity that is ahead or goes on. */
function Standing({ came, status }: MyActivity) {
  if (came) return <Badge tone="done">{texts.came}</Badge>;
  return status === 'held' ? <Badge tone="red">{texts.isOn}</Badge> : <Badge>{texts.signedUp}</Badge>;
}

/** What somebody is asked of yesterday's, each answered there and then. */
function Asked({ activity }: { activity: MyActivity }) {
  const { id, title, place, start } = activity;
  return (
    <Card tone="waiting" heading={presenceTexts.question(start, Date.now())}>
      <View>{title}</View>
      <View className="small">{place}</View>
      <Presence activity={id} title={title} />
    </Card>
  );
}

async function mineNow() {
  const [{ activities }, { clubs }] = await Promise.all([
    clubsApi.listMyActivities({}),
    clubsApi.listMyClubs({}),
  ]);
  return { activities, clubs };
}

/** What somebody has in clubs: what asks for them first, what is ahead, and their clubs. */
export default function MyClubsPage() {
  const asked = useAnswer(mineNow, 'mine');
  const scanning = useCodeScan(asked.again);
  useDidShow(() => {
    if (asked.answer) asked.again();
  });
  const { activities = [], clubs = [] } = asked.answer ?? {};
  const questions = activities.filter((activity) => activity.asked);
  const ahead = activities
    .filter(({ end, asked: past }) => !past && end > Date.now())
    .sort((a, b) => a.start - b.start);
  const toLead = clubs.filter((club) => club.asked);
  return (
    <Screen
      title={texts.title}
      action={
        ahead.some(({ start, came }) => !came && start < Date.now() + SOON) ? (
          <Button
            kind={questions.length > 0 ? 'outline' : 'main'}
            busy={scanning.deed.busy}
            onPress={scanning.checkIn}
          >
            {scanning.deed.busy ? scanTexts.scanning : scanTexts.scan}
          </Button>
        ) : undefined
      }
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      {scanning.checkedIn ? <CheckedInCard checkedIn={scanning.checkedIn} /> : null}
      {scanning.said ? <Card tone="wrong">{scanning.said}</Card> : null}
      <Notice refused={scanning.deed.refused} onNext={scanning.checkIn} />
      {questions.map((activity) => (
        <Asked key={activity.id} activity={activity} />
      ))}
      {toLead.length > 0 ? (
        <Card tone="waiting">
          {toLead.map(({ id, name }) => (
            <Row
              key={id}
              title={texts.take(name)}
              note={texts.takeNote}
              end="›"
              onPress={() => open('club', { club: id })}
            />
          ))}
        </Card>
      ) : null}
      {ahead.length > 0 ? (
        <Card heading={texts.ahead}>
          {ahead.map((activity) => (
            <ActivityLine key={activity.id} activity={activity} ofClub end={<Standing {...activity} />} />
          ))}
        </Card>
      ) : null}
      {asked.answer && ahead.length === 0 && questions.length === 0 ? (
        <Empty text={texts.none} note={texts.noneNote} next={texts.find} onNext={() => open('clubs')} />
      ) : null}
      {clubs.length > 0 ? (
        <Card heading={texts.clubs}>
          <MyClubRows clubs={clubs} />
        </Card>
      ) : null}
      {!asked.answer && !asked.refused ? (
        <View>
          <Skeleton lines={[70, 50, 60]} />
          <Skeleton lines={[60, 60]} />
        </View>
      ) : null}
    </Screen>
  );
}
