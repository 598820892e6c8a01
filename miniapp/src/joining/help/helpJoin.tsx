import Taro, { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { Refused } from '../../api/refused.ts';
import type { Duty } from '../../desk/duty.ts';
import { forReviewer } from '../../desk/forStaff.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWide } from '../../ui/wide.ts';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { type Draft, freshDraft, hasAgreed } from '../draft.ts';
import { ConsentStep } from '../member/ConsentStep.tsx';
import { FormStep } from '../member/FormStep.tsx';
import { UnionStep } from '../member/UnionStep.tsx';
import { GiveBack, HandOver, type HelpedVisit } from './HandOver.tsx';
import { helpApi } from './helpApi.ts';
import { helpedSubmission, type WhosePhone as Whose } from './helpedDraft.ts';
import { helpJoinTexts as texts } from './helpJoin.text.ts';
import { WhosePhone } from './WhosePhone.tsx';

/** One person's way, all of it in this page's memory only: it is somebody else's phone. */
function OnePerson({
  visit,
  session,
  onReopen,
  onAnother,
}: {
  visit: HelpedVisit;
  session: string | undefined;
  /** Opens the form again for the same person's data: it was left too long. */
  onReopen: () => Promise<HelpedVisit>;
  onAnother: () => void;
}) {
  const [started, start] = useState(false);
  const [draft, setDraft] = useState<Draft>({ ...freshDraft, visit });
  const [whose, setWhose] = useState<Whose>('own');
  const [sent, setSent] = useState(false);
  const submit = useDeed();
  const wide = useWide();

  const step = sent ? 'sent' : !started ? 'handOver' : hasAgreed(draft) ? 'form' : 'consent';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its top
  useEffect(() => {
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => {});
  }, [step]);

  if (step === 'sent') return <GiveBack session={session} onAnother={onAnother} />;
  if (step === 'handOver') return <HandOver visit={visit} onStart={() => start(true)} />;
  if (step === 'consent') {
    return <ConsentStep lead={texts.consentLead} onAgree={(consents) => setDraft({ ...draft, consents })} />;
  }
  const { values } = draft;
  const send = () =>
    submit.run(async () => {
      try {
        await helpApi.submitHelped(helpedSubmission(draft, draft.visit?.visit ?? visit.visit, whose));
      } catch (thrown) {
        if (thrown instanceof Refused && thrown.code === 'UNDER_16') {
          setDraft({ ...freshDraft, visit, consents: draft.consents });
        }
        throw thrown;
      }
      setDraft(freshDraft);
      setSent(true);
    });
  return (
    <FormStep
      draft={draft}
      busy={submit.busy}
      refused={submit.refused}
      onChange={(changed) => setDraft({ ...draft, values: changed })}
      onSubmit={send}
      onReopen={() => submit.run(async () => setDraft({ ...draft, visit: await onReopen() }))}
      onOtherUnion={undefined}
      kept={wide ? texts.notKept.desk : texts.notKept.phone}
      phone={{
        needed: whose !== 'none',
        field: ({ error, onLeave }) => (
          <WhosePhone
            whose={whose}
            onWhose={setWhose}
            value={values.phone}
            onType={(phone) => setDraft({ ...draft, values: { ...values, phone } })}
            onLeave={onLeave}
            error={error}
          />
        ),
      }}
    />
  );
}

/** Helping somebody to join who has no phone of their own: at the session, or at a union's desk. */
function HelpJoin({ org: dutyOrg }: Duty) {
  const { session, org } = useRouter().params;
  const [chosen, choose] = useState<string>();
  const [person, next] = useState(1);
  const where = session ? { session } : { org: chosen ?? org ?? dutyOrg.id };
  const open = () => helpApi.openHelpedForm(where);
  const opened = useAnswer(open, `${JSON.stringify(where)} ${person}`);
  if (opened.answer && !opened.loading) {
    return (
      <OnePerson
        key={person}
        visit={opened.answer}
        session={session}
        onReopen={open}
        onAnother={() => next(person + 1)}
      />
    );
  }
  // Somebody who acts for a street or a district names the union that takes the member.
  if (opened.refused?.code === 'NOT_FOUND' && !session)
    return <UnionStep onChoose={async ({ id }) => choose(id)} />;
  return (
    <Screen title={texts.title}>
      <Notice refused={opened.refused} onNext={opened.again} />
      {opened.refused ? null : <Skeleton lines={[90, 90, 60]} />}
    </Screen>
  );
}

export default forReviewer(HelpJoin);
