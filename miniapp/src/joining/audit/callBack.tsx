import type { ResponseOf } from '@niangjia/shared/contract';
import type { audit } from '@niangjia/shared/joining/auditContract';
import { View } from '@tarojs/components';
import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import { deskTexts } from '../../desk/desk.text.ts';
import { forAuditor } from '../../desk/forStaff.tsx';
import { goBack, replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
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
import { callBackTexts as texts } from './callBacks.text.ts';
import './callBack.scss';

type Opened = Extract<ResponseOf<typeof audit.openCallBack>, { status: 'open' }>;
type Result = keyof typeof texts.results;
const results = Object.entries(texts.results).map(([value, text]) => ({ value: value as Result, text }));

/** Somebody to call, unmasked: the number, what to ask, and what came of it. */
function OneCallBack({ one, onNoted }: { one: Opened; onNoted: (result: Result) => void }) {
  const [result, choose] = useState<Result>();
  const [words, setWords] = useState('');
  const deed = useDeed();
  const said = words.trim();
  const whyNot = !result ? texts.choose : result === 'denied' && said === '' ? texts.wordsMissing : undefined;
  const note = () =>
    void deed.run(async () => {
      if (!result) return;
      await auditApi.noteCallBack({ id: one.id, result, ...(said ? { words: said } : {}) });
      onNoted(result);
    });
  return (
    <Desk
      title={texts.title}
      heading={one.name}
      current="callBacks"
      action={
        <Button kind="main" busy={deed.busy} whyNot={whyNot} onPress={note}>
          {texts.note}
        </Button>
      }
    >
      <Notice refused={deed.refused} onNext={goBack} />
      <View className="small callback-recorded">{texts.recorded}</View>
      <View className="callback-sides">
        <Card>
          <View className="callback-phone">
            <Fact label={texts.facts.phone}>{one.phone.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3')}</Fact>
            {process.env.TARO_ENV === 'weapp' ? (
              <Button
                small
                kind="outline"
                onPress={() => void Taro.makePhoneCall({ phoneNumber: one.phone }).catch(() => {})}
              >
                {texts.call}
              </Button>
            ) : null}
          </View>
          <Fact label={texts.facts.org}>{one.org.name}</Fact>
          <Fact label={texts.facts.approved}>{sayApproved(one, Date.now())}</Fact>
          {one.evidence ? (
            <Fact label={texts.facts.evidence}>{auditTexts.evidences[one.evidence]}</Fact>
          ) : null}
          <Fact label={texts.facts.tries}>{texts.tries(one.tries)}</Fact>
          {one.words ? <Fact label={texts.facts.words}>{one.words}</Fact> : null}
        </Card>
        <Card>
          <View className="small">{texts.ask}</View>
          <View className="callback-script">{texts.script}</View>
          <View className="small callback-result">{texts.result}</View>
          <Chips label={texts.result} choices={results} chosen={result} onChoose={choose} />
          <View className="callback-words">
            <Field
              label={result === 'denied' ? texts.wordsDenied : texts.words}
              value={words}
              onType={setWords}
              longest={100}
              confirm="done"
            />
          </View>
        </Card>
      </View>
    </Desk>
  );
}

/** One call-back, opened: it is this auditor's for two hours, and its opening recorded. */
function OpenedCallBack({ id }: { id: string }) {
  const { answer, refused, again } = useAnswer(() => auditApi.openCallBack({ id }), id);
  const [noted, setNoted] = useState<Result>();
  if (answer?.status === 'open' && !noted) return <OneCallBack one={answer} onNoted={setNoted} />;
  const over = refused && ['CALL_BACK_TAKEN', 'CALL_BACK_DONE', 'OWN_CASE'].includes(refused.code);
  return (
    <Desk title={texts.title} heading={noted ? texts.noted[noted] : texts.title} current="callBacks">
      <Notice refused={refused} onNext={over ? goBack : again} />
      {noted ? (
        <Empty
          text={answer?.status === 'open' ? answer.name : ''}
          {...(noted === 'notReached' ? { note: texts.notedNote } : {})}
          next={texts.next}
          onNext={goBack}
        />
      ) : answer ? (
        <Empty text={texts.lapsed} note={texts.lapsedNote} next={texts.next} onNext={goBack} />
      ) : refused ? null : (
        <>
          <View className="small">{texts.opening}</View>
          <Skeleton lines={[40, 70, 55]} />
        </>
      )}
    </Desk>
  );
}

function CallBackPage() {
  const { id } = useRouter().params;
  if (id) return <OpenedCallBack id={id} />;
  return (
    <Desk title={texts.title} heading={texts.title} current="callBacks">
      <Empty text={deskTexts.incomplete} next={texts.next} onNext={() => replaceWith('callBacks')} />
    </Desk>
  );
}

export default forAuditor(CallBackPage);
