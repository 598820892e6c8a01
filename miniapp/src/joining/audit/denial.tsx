import type { ResponseOf } from '@niangjia/shared/contract';
import type { audit } from '@niangjia/shared/joining/auditContract';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import { deskTexts } from '../../desk/desk.text.ts';
import { forReviewer } from '../../desk/forStaff.tsx';
import { goBack, replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { auditTexts } from './audit.text.ts';
import { auditApi } from './auditApi.ts';
import { sayApproved } from './CallBackRows.tsx';
import { callBackTexts, denialsTexts as texts } from './callBacks.text.ts';
import { sayMember } from './Person.tsx';
import './callBack.scss';

type Opened = ResponseOf<typeof audit.openDenial>;
const { facts } = callBackTexts;

/** What somebody says about an approval of a union below, and what the node above did about it. */
function OneDenial({ one, onSettled }: { one: Opened; onSettled: () => void }) {
  const [words, setWords] = useState('');
  const deed = useDeed();
  const said = words.trim();
  const settle = () =>
    void deed.run(async () => {
      await auditApi.settleDenial({ id: one.id, words: said });
      onSettled();
    });
  return (
    <Desk
      title={texts.title}
      heading={one.name ?? sayMember(one.member)}
      current="queue"
      action={
        <Button
          kind="main"
          busy={deed.busy}
          whyNot={said === '' ? texts.wordsMissing : undefined}
          onPress={settle}
        >
          {texts.settle}
        </Button>
      }
    >
      <Notice refused={deed.refused} onNext={goBack} />
      <View className="small callback-recorded">{one.name ? texts.recorded : texts.gone}</View>
      <View className="callback-sides">
        <Card>
          {one.words ? <Fact label={texts.said}>{one.words}</Fact> : null}
          {one.phone ? (
            <Fact label={facts.phone}>{one.phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')}</Fact>
          ) : null}
          {one.member.cardNumber ? <Fact label={facts.cardNumber}>{one.member.cardNumber}</Fact> : null}
          <Fact label={facts.org}>{one.org.name}</Fact>
          <Fact label={facts.approved}>{sayApproved(one, Date.now())}</Fact>
          {one.evidence ? <Fact label={facts.evidence}>{auditTexts.evidences[one.evidence]}</Fact> : null}
        </Card>
        <Card>
          <Field label={texts.words} value={words} onType={setWords} longest={100} confirm="done" />
        </Card>
      </View>
    </Desk>
  );
}

function OpenedDenial({ id }: { id: string }) {
  const { answer, refused, again } = useAnswer(() => auditApi.openDenial({ id }), id);
  const [settled, setSettled] = useState(false);
  if (answer && !settled) return <OneDenial one={answer} onSettled={() => setSettled(true)} />;
  const over = refused && ['CALL_BACK_DONE', 'OWN_CASE', 'NOT_FOUND'].includes(refused.code);
  return (
    <Desk title={texts.title} heading={settled ? texts.settled : texts.title} current="queue">
      <Notice refused={refused} onNext={over ? goBack : again} />
      {settled ? (
        <Empty text={answer?.name ?? ''} note={texts.settledNote} next={texts.next} onNext={goBack} />
      ) : refused ? null : (
        <>
          <View className="small">{callBackTexts.opening}</View>
          <Skeleton lines={[40, 70, 55]} />
        </>
      )}
    </Desk>
  );
}

function DenialPage() {
  const { id } = useRouter().params;
  if (id) return <OpenedDenial id={id} />;
  return (
    <Desk title={texts.title} heading={texts.title} current="queue">
      <Empty text={deskTexts.incomplete} next={texts.next} onNext={() => replaceWith('denials')} />
    </Desk>
  );
}

export default forReviewer(DenialPage);
