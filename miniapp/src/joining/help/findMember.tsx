import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import { forReviewer } from '../../desk/forStaff.tsx';
import { open } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { useDeed } from '../../useDeed.ts';
import { BindPhone } from './BindPhone.tsx';
import { FreezeAccount } from './FreezeAccount.tsx';
import { bindTexts, freezeTexts, findTexts as texts } from './findMember.text.ts';
import { helpApi } from './helpApi.ts';
import { MemberDesk, PurposeChips } from './MemberDesk.tsx';
import { byNumber, faultOfNumber, type Member, type Purpose } from './member.ts';

/** What was done for somebody, in the words that are read to them. */
const said = { bindPhone: bindTexts, lostPhone: freezeTexts } as const;

/** Somebody came about their card or their phone: what for, who they are by a number, and then the deed. */
function FindMember() {
  const [purpose, setPurpose] = useState<Purpose>('printCard');
  const [typed, setTyped] = useState('');
  const [asked, ask] = useState(false);
  const [member, setMember] = useState<Member>();
  const [done, setDone] = useState<keyof typeof said>();
  const looking = useDeed();
  const fault = faultOfNumber(typed);

  const lookUp = (who: ReturnType<typeof byNumber> | { by: 'id'; id: string }, what: Purpose) =>
    looking.run(async () => {
      const looked = await helpApi.lookUpMember({ ...who, purpose: what });
      setPurpose(what);
      setMember(looked);
      setDone(undefined);
    });
  const find = () => {
    ask(true);
    if (!fault) void lookUp(byNumber(typed), purpose);
  };

  if (!member) {
    return (
      <Desk
        title={texts.title}
        heading={texts.heading}
        note={texts.note}
        current="findMember"
        top
        action={
          <Button kind="main" busy={looking.busy} onPress={find}>
            {looking.busy ? texts.finding : texts.find}
          </Button>
        }
      >
        <PurposeChips purpose={purpose} onChoose={setPurpose} />
        <Notice refused={looking.refused} onNext={find} />
        <View className="find-number">
          <Card>
            <Field
              label={texts.number}
              value={typed}
              onType={setTyped}
              keyboard="idcard"
              placeholder={texts.numberExample}
              longest={24}
              confirm="search"
              onConfirm={find}
              error={asked ? fault : undefined}
            />
          </Card>
        </View>
      </Desk>
    );
  }

  const { id } = member;
  const found = {
    member,
    purpose,
    // What their data is opened for is recorded: for another thing it is opened again.
    onChoose: (next: Purpose) => void lookUp({ by: 'id', id }, next),
    onAnother: () => {
      setMember(undefined);
      setTyped('');
      ask(false);
    },
    refused: looking.refused,
  };
  const again = () => void lookUp({ by: 'id', id }, purpose);
  // What stands beside it must not say otherwise than what was just done.
  const finish = (what: keyof typeof said) => (since: number) => {
    const state = what === 'bindPhone' ? 'bound' : 'frozen';
    setMember({ ...member, account: { ...member.account, state, since } });
    setDone(what);
  };
  if (done) {
    return (
      <MemberDesk found={found}>
        <View {...spoken('status')}>
          <Card tone="done">
            <View className="heading">✓ {said[done].done}</View>
            <View>{said[done].doneNote}</View>
          </Card>
        </View>
      </MemberDesk>
    );
  }
  if (purpose === 'bindPhone') {
    return <BindPhone found={found} onDone={finish('bindPhone')} onChanged={again} />;
  }
  if (purpose === 'lostPhone') {
    return <FreezeAccount found={found} onDone={finish('lostPhone')} onChanged={again} />;
  }
  return (
    <MemberDesk
      found={found}
      action={
        <Button kind="main" onPress={() => open('printCard', { id })}>
          {texts.print}
        </Button>
      }
    />
  );
}

export default forReviewer(FindMember);
