import { whyNoMembership } from '@niangjia/shared/joining/membership';
import { Notice } from '../../ui/Notice.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { IdentityForm } from './IdentityForm.tsx';
import { IdentityWaiting } from './IdentityWaiting.tsx';
import { identityTexts as texts } from './identity.text.ts';
import { mineApi } from './mineApi.ts';
import { WhyNot } from './WhyNot.tsx';

/** Asking to have name or ID number corrected, and waiting for a reviewer to compare them with the document. */
export default function IdentityPage() {
  const asked = useAnswer(() => mineApi.getMyData(), 'my data');
  const { answer } = asked;
  if (!answer) {
    return (
      <Screen title={texts.title}>
        <Notice refused={asked.refused} onNext={asked.again} />
        {asked.refused ? null : <Skeleton lines={[50, 90, 90, 60]} />}
      </Screen>
    );
  }
  const { application: held, correction } = answer;
  const why = whyNoMembership(held);
  if (why || !held) {
    return (
      <Screen title={texts.title}>
        <WhyNot code={why ?? 'NOT_A_MEMBER'} />
      </Screen>
    );
  }
  return correction?.status === 'requested' ? (
    <IdentityWaiting correction={correction} onChanged={asked.again} />
  ) : (
    <IdentityForm held={held} last={correction} onAsked={asked.again} />
  );
}
