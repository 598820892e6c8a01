import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { api } from '../../api.ts';
import { Desk } from '../../desk/Desk.tsx';
import { deskTexts } from '../../desk/desk.text.ts';
import { forStaff } from '../../desk/forStaff.tsx';
import { goBack, replaceWith } from '../../screens.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { CaseResults } from './CaseResults.tsx';
import { Claimants } from './Claimants.tsx';
import { caseTexts as texts } from './case.text.ts';
import { OneCase } from './OneCase.tsx';
import { useCase } from './useCase.ts';

/** One case, opened: unmasked, and its opening recorded. */
function OpenedCase({ id, purpose }: { id: string; purpose: 'review' | 'settle' }) {
  const opened = useAnswer(() => api.discloseApplication({ id, purpose }), `${id} ${purpose}`);
  const deeds = useCase();
  const { answer } = opened;
  const next = () => {
    const code = deeds.deed.refused?.code;
    deeds.deed.clear();
    if (code === 'CONTESTED') replaceWith('case', { id, purpose: 'settle' });
    // What was changed is a new row of the queue; what was decided is told there.
    else if (code === 'CHANGED_SINCE' || code === 'ALREADY_DECIDED') goBack();
  };
  const said = (
    <>
      <Notice refused={deeds.deed.refused} onNext={next} />
      <View className="small case-recorded">{texts.recorded}</View>
    </>
  );
  if (answer && !deeds.results) {
    const { application, rivals, elsewhere } = answer;
    return rivals.length + elsewhere.length > 0 ? (
      <Claimants one={application} rivals={rivals} elsewhere={elsewhere} now={Date.now()} deeds={deeds}>
        {said}
      </Claimants>
    ) : (
      <OneCase key={application.id} one={application} now={Date.now()} deeds={deeds}>
        {said}
      </OneCase>
    );
  }
  return (
    <Desk title={texts.title} heading={answer?.application.name ?? texts.title} current="queue">
      <Notice
        refused={opened.refused}
        onNext={opened.refused?.code === 'CHANGED_SINCE' ? goBack : opened.again}
      />
      {answer && deeds.results ? (
        <CaseResults results={deeds.results} cases={[answer.application, ...answer.rivals]} />
      ) : opened.refused ? null : (
        <>
          <View className="small">{texts.opening}</View>
          <Skeleton lines={[40, 70, 55, 80, 60]} />
        </>
      )}
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
