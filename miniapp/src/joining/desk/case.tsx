import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { api } from '../../api.ts';
import { goBack, replaceWith } from '../../screens.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { CaseResults } from './CaseResults.tsx';
import { Claimants } from './Claimants.tsx';
import { settleTexts, caseTexts as texts } from './case.text.ts';
import { Desk } from './Desk.tsx';
import { deskTexts } from './desk.text.ts';
import { forStaff } from './forStaff.tsx';
import { OneCase } from './OneCase.tsx';
import { useCase } from './useCase.ts';

/** One case, opened: unmasked, and its opening recorded. */
function OpenedCase({ id, purpose }: { id: string; purpose: 'review' | 'settle' }) {
  const opened = useAnswer(() => api.discloseApplication({ id, purpose }), `${id} ${purpose}`);
  const deeds = useCase();
  const { answer } = opened;
  const contested = answer !== undefined && answer.rivals.length > 0;
  const next = () => {
    const code = deeds.deed.refused?.code;
    deeds.deed.clear();
    if (code === 'CONTESTED') replaceWith('case', { id, purpose: 'settle' });
    else if (code === 'CHANGED_SINCE') opened.again();
    else if (code === 'ALREADY_DECIDED') goBack();
  };
  return (
    <Desk
      title={texts.title}
      heading={contested ? settleTexts.heading : (answer?.application.name ?? texts.title)}
      note={contested ? `${settleTexts.note}${settleTexts.notePerson}` : undefined}
      current="queue"
    >
      <Notice refused={opened.refused} onNext={opened.again} />
      <Notice refused={deeds.deed.refused} onNext={next} />
      {answer && deeds.results ? (
        <CaseResults results={deeds.results} cases={[answer.application, ...answer.rivals]} />
      ) : answer && contested ? (
        <Claimants one={answer.application} rivals={answer.rivals} now={Date.now()} deeds={deeds} />
      ) : answer ? (
        <OneCase key={answer.application.id} one={answer.application} now={Date.now()} deeds={deeds} />
      ) : opened.refused ? null : (
        <Skeleton lines={[40, 70, 55, 80, 60]} />
      )}
      <View className="small">{answer ? texts.recorded : opened.refused ? '' : texts.opening}</View>
    </Desk>
  );
}

function CasePage() {
  const { params } = useRouter();
  if (!params.id) {
    return (
      <Desk title={texts.title} heading={texts.title} current="queue">
        <Empty text={deskTexts.incomplete} next={deskTexts.toQueue} onNext={() => replaceWith('queue')} />
      </Desk>
    );
  }
  return <OpenedCase id={params.id} purpose={params.purpose === 'settle' ? 'settle' : 'review'} />;
}

export default forStaff(CasePage);
