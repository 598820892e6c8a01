import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useReminder } from '../../api/askToRemind.ts';
import { Refused } from '../../api/refused.ts';
import { api } from '../../api.ts';
import { replaceWith } from '../../screens.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import {
  type Draft,
  draftOf,
  forgetDraft,
  freshDraft,
  hasAgreed,
  keepDraft,
  type OpenVisit,
} from '../draft.ts';
import { learn } from '../standing.ts';
import { applyTexts as texts } from './apply.text.ts';
import { ConsentStep } from './ConsentStep.tsx';
import { FormStep } from './FormStep.tsx';
import { submissionOf } from './submission.ts';
import { type Union, UnionStep } from './UnionStep.tsx';

/** Opens the form at a union without a poster. */
async function visitOnline(org: string): Promise<OpenVisit> {
  return api.openForm({ from: 'online', org });
}

/** Opens the same form again, after it was left too long: from its poster if it still works, else online. */
async function visitAgain(visit: OpenVisit): Promise<OpenVisit> {
  if (visit.code) {
    const { session, poster, scan } = await api.getSession({ code: visit.code });
    if (poster === 'open') return { ...(await api.openForm({ from: 'poster', scan })), code: visit.code };
    return { ...(await visitOnline(session.org.id)), code: visit.code };
  }
  return visit.org.id ? visitOnline(visit.org.id) : visit;
}

/** A single union's members work there, so its name is most of the answer to where somebody works. */
const workAt = ({ kind, name }: Union): Partial<Draft['values']> =>
  kind === 'basic' ? { work: 'unit', unit: name.replace(/工会(委员会)?$/, '') } : {};

/** Applying: choosing a union when there was no poster, then consent and pledge, then the form. */
export default function ApplyPage() {
  const opened = useAnswer(async () => (await api.login()).person.id, 'person');
  const person = opened.answer;
  const [draft, setDraft] = useState<Draft>();
  const submit = useDeed();
  const askToRemind = useReminder();

  useEffect(() => {
    if (person) setDraft(draftOf(person));
  }, [person]);

  const step = !draft ? 'opening' : !draft.visit ? 'union' : hasAgreed(draft) ? 'form' : 'consent';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its top
  useEffect(() => {
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => {});
  }, [step]);

  if (!person || !draft) {
    return (
      <Screen title={texts.title}>
        <Notice refused={opened.refused} onNext={opened.again} />
        {opened.refused ? null : <Skeleton lines={[40, 90, 90, 60]} />}
      </Screen>
    );
  }

  const keepAs = (next: Draft) => {
    keepDraft(person, next);
    setDraft(next);
  };
  const { visit } = draft;
  if (!visit) {
    return (
      <UnionStep
        onChoose={async (union) =>
          keepAs({
            ...draft,
            visit: await visitOnline(union.id),
            values: { ...draft.values, ...workAt(union) },
          })
        }
      />
    );
  }
  if (!hasAgreed(draft)) return <ConsentStep onAgree={(consents) => keepAs({ ...draft, consents })} />;

  const send = (phoneCode: string | undefined) =>
    submit.run(async () => {
      const remind = (await askToRemind('decision')).includes('decision');
      try {
        await api.submitApplication({ ...submissionOf(draft, visit.visit, phoneCode), remind });
      } catch (thrown) {
        // Nothing of somebody under 16 is kept, not on the phone either.
        if (thrown instanceof Refused && thrown.code === 'UNDER_16') {
          forgetDraft(person);
          setDraft({ ...freshDraft, visit, consents: draft.consents });
        }
        throw thrown;
      }
      const { visit: _spent, ...rest } = draft;
      keepDraft(person, { ...rest, mend: [], sent: true });
      learn(person, 'submitted');
      replaceWith('status');
    });

  return (
    <FormStep
      draft={draft}
      busy={submit.busy}
      refused={submit.refused}
      onChange={(values) => keepAs({ ...draft, values })}
      onSubmit={send}
      onOtherUnion={
        visit.code || draft.mend.length > 0
          ? undefined
          : () => {
              const { visit: _other, ...rest } = draft;
              keepAs(rest);
            }
      }
      onReopen={() => submit.run(async () => keepAs({ ...draft, visit: await visitAgain(visit) }))}
    />
  );
}
