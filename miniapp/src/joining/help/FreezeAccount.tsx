import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { choicesOf } from '../../ui/choicesOf.ts';
import { Notice } from '../../ui/Notice.tsx';
import { useDeed } from '../../useDeed.ts';
import { freezeTexts as texts } from './findMember.text.ts';
import { helpApi } from './helpApi.ts';
import { type Found, MemberDesk } from './MemberDesk.tsx';

type Evidence = keyof typeof texts.evidences;

/** Freezing an account whose phone was lost, told at the desk or on the telephone. */
export function FreezeAccount({
  found,
  onDone,
  onChanged,
}: {
  found: Found;
  onDone: (at: number) => void;
  /** A colleague was first: what is shown is no more so. */
  onChanged: () => void;
}) {
  const [evidence, setEvidence] = useState<Evidence>();
  const deed = useDeed();
  const { id, account } = found.member;
  if (account.state !== 'bound') {
    return (
      <MemberDesk found={found}>
        <Card tone="waiting">{texts[account.state]}</Card>
      </MemberDesk>
    );
  }
  const freeze = () =>
    deed.run(async () => {
      if (!evidence) return;
      onDone((await helpApi.freezeAccount({ id, seen: account.seen, evidence })).frozenAt);
    });
  return (
    <MemberDesk
      found={found}
      notice={<Notice refused={deed.refused} onNext={onChanged} />}
      action={
        <Button kind="main" busy={deed.busy} whyNot={evidence ? undefined : texts.howFirst} onPress={freeze}>
          {texts.freeze}
        </Button>
      }
    >
      <Card heading={texts.heading}>
        {texts.notes.map((note) => (
          <View key={note} className="found-step">
            {note}
          </View>
        ))}
      </Card>
      <Card heading={texts.how}>
        <Chips
          label={texts.how}
          choices={choicesOf(texts.evidences)}
          chosen={evidence}
          onChoose={setEvidence}
        />
      </Card>
    </MemberDesk>
  );
}
