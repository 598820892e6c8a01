import type { ResponseOf } from '@niangjia/shared/contract';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { dayOf, sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { dropFile, handOver } from '../../handOver.ts';
import { open } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { copyTexts as texts } from './copy.text.ts';
import { mineApi } from './mineApi.ts';
import { readingsTexts } from './readings.text.ts';
import './copy.scss';

type Copy = ResponseOf<typeof myData.getCopy>;

const SHOWN = 20;

/** What was decided and done, latest first, in plain words. */
function History({ history }: { history: Copy['history'] }) {
  const now = Date.now();
  return (
    <Card heading={texts.history}>
      {history.length === 0 ? <View className="small">{texts.noHistory}</View> : null}
      {history.slice(0, SHOWN).map(({ at, kind, to, own, org, role, words, fields }, i) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: several bookings may end in one act, and the list never changes
          key={`${i} ${at} ${kind} ${to}`}
          title={texts.acts[`${kind} ${to}`] ?? texts.otherAct}
          note={
            <View className="figures">
              {fields.length > 0 ? (
                <View>{texts.about(fields.map((each) => texts.fields[each] ?? each))}</View>
              ) : null}
              <View>{own || !role ? texts.own : texts.by(org, readingsTexts.roles[role])}</View>
              {words ? <View>{texts.words(words)}</View> : null}
              <View>{sayTime(at, now)}</View>
            </View>
          }
        />
      ))}
      {history.length > SHOWN ? <View className="small">{texts.further}</View> : null}
    </Card>
  );
}

/** What is in the file, each with the page that shows it. */
function Inside({ copy }: { copy: Copy }) {
  const { application, consents, readings, messages, bookings, noShows, account, staff } = copy;
  const { clubs, activities, comments } = copy;
  return (
    <Card heading={texts.inside}>
      {application ? (
        <Row title={texts.data} note={texts.dataNote} end="›" onPress={() => open('myData')} />
      ) : null}
      {application ? (
        <Row title={texts.consents(consents.length)} end="›" onPress={() => open('consents')} />
      ) : null}
      <Row title={texts.readings(readings.length)} end="›" onPress={() => open('readings')} />
      <Row title={texts.messages(messages.length)} end="›" onPress={() => open('inbox')} />
      {bookings.length > 0 ? (
        <Row
          title={texts.bookings(bookings.length)}
          note={texts.bookingsNote}
          end="›"
          onPress={() => open('bookings')}
        />
      ) : null}
      {noShows.length > 0 ? (
        <Row title={texts.noShows(noShows.length)} end="›" onPress={() => open('noShows')} />
      ) : null}
      {clubs.length > 0 ? (
        <Row title={texts.clubs(clubs.length)} end="›" onPress={() => open('myClubs')} />
      ) : null}
      {activities.length > 0 ? (
        <Row
          title={texts.activities(activities.length)}
          note={texts.activitiesNote}
          end="›"
          onPress={() => open('myActivities')}
        />
      ) : null}
      {comments.length > 0 ? (
        <Row
          title={texts.comments(comments.length)}
          note={texts.commentsNote}
          end="›"
          onPress={() => open('wall')}
        />
      ) : null}
      {account ? <Row title={texts.account} note={texts.accountNote} /> : null}
      {staff ? (
        <Row title={texts.staff} note={texts.staffNote(staff.roles.length, staff.signIns.length)} />
      ) : null}
    </Card>
  );
}

/** A copy of everything that is kept of the person: what is in it, and the file itself. */
export default function CopyPage() {
  const asked = useAnswer(() => mineApi.getCopy(), 'copy');
  const { answer } = asked;
  const saving = useDeed();
  const [saved, setSaved] = useState(false);
  useEffect(() => () => dropFile('json'), []);
  const save = () => {
    if (!answer) return;
    void saving.run(async () => {
      const name = texts.fileName(dayOf(answer.madeAt));
      setSaved(await handOver(name, JSON.stringify(answer, null, 2), 'json'));
    });
  };
  return (
    <Screen
      title={texts.title}
      action={
        answer ? (
          <View>
            <Notice refused={saving.refused} onNext={save} />
            {saved ? <View className="small copy-saved">{texts.saved}</View> : null}
            <Button kind="main" busy={saving.busy} onPress={save}>
              {saving.busy ? texts.saving : texts.save}
            </Button>
          </View>
        ) : undefined
      }
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      {!answer && !asked.refused ? <Skeleton lines={[60, 90, 70, 80]} /> : null}
      {answer ? (
        <View>
          <View className="title copy-title">{texts.headline}</View>
          <View className="small copy-note">{texts.note}</View>
          <View className="small copy-note">{texts.howTo}</View>
          {answer.further ? <View className="small copy-note">{texts.tooMany}</View> : null}
          <Inside copy={answer} />
          <History history={answer.history} />
        </View>
      ) : null}
    </Screen>
  );
}
