import { type Evidence, evidences } from '@niangjia/shared/joining/application';
import { whyNotRule } from '@niangjia/shared/joining/ruling';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import { open as openScreen } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { choicesOf } from '../../ui/choicesOf.ts';
import { CaseFacts } from './CaseFacts.tsx';
import { caseTexts as texts } from './case.text.ts';
import { RejectForm } from './RejectForm.tsx';
import { type Case, personOf, sayWhyNot } from './sayCase.ts';
import type { CaseDeeds } from './useCase.ts';
import './OneCase.scss';

/** One uncontested case: its facts, what the approval rests on, and the decision. */
export function OneCase({
  one,
  now,
  deeds,
  children,
}: {
  one: Case;
  now: number;
  deeds: CaseDeeds;
  /** What is said about the opening. */
  children: ReactNode;
}) {
  // On site the document is on the table; online somebody has to say what they checked.
  const [evidence, setEvidence] = useState<Evidence | undefined>(one.onSite ? 'seenAtDesk' : undefined);
  const [rejecting, reject] = useState(false);
  const { busy } = deeds.deed;
  const whyNot = whyNotRule(one, { outcome: 'approved', evidence }, 0);
  const open = whyNot !== 'ALREADY_DECIDED';
  return (
    <Desk
      title={texts.title}
      heading={one.name}
      note={open ? undefined : texts.statuses[one.status]}
      current="queue"
      action={
        open && !rejecting ? (
          <View className="case-acts">
            <Button busy={busy} onPress={() => reject(true)}>
              {texts.reject}
            </Button>
            <Button
              kind="main"
              busy={busy}
              whyNot={whyNot && sayWhyNot(whyNot)}
              onPress={() => deeds.rule(one.id, { outcome: 'approved', evidence })}
            >
              {evidence === 'seenAtDesk' ? texts.approveSeen : texts.approve}
            </Button>
          </View>
        ) : one.status === 'approved' ? (
          <Button onPress={() => openScreen('printCard', { id: personOf(one.id) })}>{texts.print}</Button>
        ) : undefined
      }
    >
      {children}
      {open && one.helpedBy === 'you' ? <Card tone="waiting">{texts.helpedByYou}</Card> : null}
      <View className="case-columns">
        <Card>
          <CaseFacts one={one} now={now} />
        </Card>
        {!open ? null : rejecting ? (
          <Card>
            <RejectForm
              busy={busy}
              onReject={(reason) => deeds.rule(one.id, { outcome: 'rejected', reason })}
              onCancel={() => reject(false)}
            />
          </Card>
        ) : (
          <Card heading={texts.evidence}>
            <Chips
              label={texts.evidence}
              choices={choicesOf(evidences)}
              chosen={evidence}
              onChoose={setEvidence}
            />
            {evidence === 'none' ? <View className="small case-said">{texts.evidenceNone}</View> : null}
          </Card>
        )}
      </View>
    </Desk>
  );
}
