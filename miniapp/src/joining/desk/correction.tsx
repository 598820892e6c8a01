import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import { deskTexts } from '../../desk/desk.text.ts';
import { forReviewer } from '../../desk/forStaff.tsx';
import { goBack, replaceWith } from '../../screens.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { correctionTexts as texts } from './corrections.text.ts';
import { correctionsApi } from './correctionsApi.ts';
import { OneCorrection } from './OneCorrection.tsx';

/** One request, opened: unmasked, side by side, and its opening recorded. */
function OpenedCorrection({ id }: { id: string }) {
  const opened = useAnswer(() => correctionsApi.discloseCorrection({ id }), id);
  const [outcome, setOutcome] = useState<'approved' | 'rejected'>();
  const { answer, refused } = opened;
  if (outcome) {
    return (
      <Desk
        title={texts.title}
        heading={outcome === 'approved' ? texts.granted : texts.declined}
        current="corrections"
      >
        <Empty
          text={answer ? (outcome === 'approved' ? answer.asked.name : answer.kept.name) : ''}
          next={texts.next}
          onNext={goBack}
        />
      </Desk>
    );
  }
  if (answer) return <OneCorrection one={answer} onAgain={opened.again} onDecided={setOutcome} />;
  const over = refused && ['CHANGED_SINCE', 'ALREADY_DECIDED', 'NOT_FOUND'].includes(refused.code);
  return (
    <Desk title={texts.title} heading={texts.title} current="corrections">
      <Notice refused={refused} onNext={over ? goBack : opened.again} />
      {refused ? null : (
        <>
          <View className="small">{texts.opening}</View>
          <Skeleton lines={[40, 70, 55, 80]} />
        </>
      )}
    </Desk>
  );
}

function CorrectionPage() {
  const { id } = useRouter().params;
  if (id) return <OpenedCorrection id={id} />;
  return (
    <Desk title={texts.title} heading={texts.title} current="corrections">
      <Empty text={deskTexts.incomplete} next={texts.next} onNext={() => replaceWith('corrections')} />
    </Desk>
  );
}

export default forReviewer(CorrectionPage);
