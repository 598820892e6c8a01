import { Words } from '@niangjia/shared/clubs/club';
import type { Role } from '@niangjia/shared/roles';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import { deskTexts } from '../../desk/desk.text.ts';
import { forClubs } from '../../desk/forStaff.tsx';
import { replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ActivityFacts } from './ActivityFacts.tsx';
import { Attendees } from './Attendees.tsx';
import { activityTexts as texts } from './activity.text.ts';
import { CountCard } from './CountCard.tsx';
import { GradeCard } from './GradeCard.tsx';
import { isToGrade, MainAct } from './MainAct.tsx';
import { Proposal } from './Proposal.tsx';
import { ReportCard } from './ReportCard.tsx';
import { ResultCard } from './ResultCard.tsx';
import { Said } from './Said.tsx';
import { useKeptActivity } from './useKeptActivity.ts';
import { WordsForm } from './WordsForm.tsx';
import './activity.scss';
import './desk.scss';

/** One activity with all that a reviewer judges it by, and what they may do with it. */
function KeptActivity({ id, reviews }: { id: string; reviews: boolean }) {
  const { kept, said, acts, again, busy, refused } = useKeptActivity(id);
  const [returning, sendBack] = useState(false);
  if (!kept) {
    return (
      <Desk title={texts.title} heading={texts.title} current="keptActivities">
        <Notice refused={refused} onNext={again} />
        {refused ? null : <Skeleton lines={[50, 80, 80, 60]} />}
      </Desk>
    );
  }
  const { activity, counted, whyNotRule, whyNotGrade, report, attendees, proposed } = kept;
  const { title, club, union, status } = activity;
  const declared = status === 'declared';
  const toGrade = isToGrade(kept);
  return (
    <Desk
      title={texts.title}
      heading={title}
      note={`${club.name} · ${union}`}
      current="keptActivities"
      action={reviews && (declared || toGrade) ? <MainAct kept={kept} busy={busy} acts={acts} /> : undefined}
    >
      <Said>{said}</Said>
      <Notice refused={refused} onNext={again} />
      {status === 'graded' ? (
        <ResultCard activity={activity} busy={busy} onReverse={reviews ? acts.reverse : undefined} />
      ) : null}
      {proposed && toGrade ? (
        <Proposal
          proposed={proposed}
          busy={busy}
          onDecline={reviews && !whyNotGrade ? acts.decline : undefined}
        />
      ) : null}
      <ActivityFacts activity={activity} />
      {!reviews || !declared || whyNotRule ? null : returning ? (
        <Card heading={texts.sendBack}>
          <WordsForm
            label={texts.sendBackWhy}
            example={texts.sendBackExample}
            send={texts.sendBack}
            schema={Words}
            busy={busy}
            onSend={(words) => acts.decide(false, words)}
            onKeep={() => sendBack(false)}
          />
        </Card>
      ) : (
        <View className="club-acts">
          <Button small onPress={() => sendBack(true)}>
            {texts.sendBackOpen}
          </Button>
        </View>
      )}
      {counted || toGrade ? (
        <View>
          <View className="club-columns">
            <View>
              <CountCard
                kept={kept}
                busy={busy}
                onSettle={reviews && status === 'reported' ? acts.settle : undefined}
              />
            </View>
            <View>
              <ReportCard report={report} />
              {toGrade ? <GradeCard kept={kept} busy={busy} acts={reviews ? acts : undefined} /> : null}
            </View>
          </View>
          <Attendees
            attendees={attendees}
            busy={busy}
            onStrike={reviews && toGrade && counted ? acts.strike : undefined}
          />
        </View>
      ) : null}
    </Desk>
  );
}

function ActivityPage({ may }: { may: (role: Role) => boolean }) {
  const { activity } = useRouter().params;
  if (activity) return <KeptActivity key={activity} id={activity} reviews={may('clubReviewer')} />;
  return (
    <Desk title={texts.title} heading={texts.title} current="keptActivities">
      <Empty text={deskTexts.incomplete} next={texts.back} onNext={() => replaceWith('keptActivities')} />
    </Desk>
  );
}

export default forClubs(['clubReviewer', 'finance', 'auditor'], ActivityPage);
