import { type Ruling, whyNotRule } from '@niangjia/shared/joining/ruling';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { caseTexts, settleTexts as texts } from './case.text.ts';
import { type Case, type Elsewhere, type Fact, sayCase, sayWhyNot } from './sayCase.ts';
import type { CaseDeeds } from './useCase.ts';
import './Claimants.scss';

/** The facts in which a case differs from the first one beside it; times and unions always may. */
function differences(one: Case, other: Case | undefined, now: number): ReadonlySet<Fact> {
  if (!other) return new Set();
  const beside = new Map(sayCase(other, now));
  const compared: readonly Fact[] = ['name', 'phone', 'employment'];
  return new Set(
    sayCase(one, now)
      .filter(([fact, text]) => compared.includes(fact) && beside.get(fact) !== text)
      .map(([fact]) => fact),
  );
}

function title(one: Case, place: number, others: number): string {
  return `${place === 0 ? texts.thisOne : texts.otherOne(place, others)} · ${caseTexts.statuses[one.status]}`;
}

/** The others are voided first, then the chosen one is approved, who may be a member: a number can be live only once. */
function settling(kept: Case, others: readonly Case[]): { one: Case; ruling: Ruling }[] {
  const approval: Ruling = { outcome: 'approved', evidence: 'seenAtDesk' };
  return [
    ...others.map((one) => ({ one, ruling: { outcome: 'voided' } as const })),
    ...(kept.status === 'approved' ? [] : [{ one: kept, ruling: approval }]),
  ];
}

/** Several people claim one number: side by side, so that whoever is at the desk can be chosen. */
export function Claimants({
  one,
  rivals,
  elsewhere,
  now,
  deeds,
  children,
}: {
  one: Case;
  rivals: readonly Case[];
  elsewhere: readonly Elsewhere[];
  now: number;
  deeds: CaseDeeds;
  /** What is said about the opening. */
  children: ReactNode;
}) {
  const [chosen, choose] = useState<string>();
  const all = [one, ...rivals];
  const others = all.filter(({ id }) => id !== chosen);
  const kept = all.find(({ id }) => id === chosen);
  const member = kept?.status === 'approved';
  const rulings = kept ? settling(kept, others) : [];
  // Each is asked as it will be when those before it are voided.
  const why = rulings
    .map(({ one, ruling }, voided) => whyNotRule(one, ruling, all.length - 1 - voided))
    .find((code) => code !== undefined);
  const [blocking] = elsewhere;
  const whyNot = blocking ? texts.blocked(blocking.org.name) : kept ? why && sayWhyNot(why) : texts.notChosen;
  const act = !kept ? texts.settleFirst : member ? texts.keep(others.length) : texts.settle(others.length);
  return (
    <Desk
      title={caseTexts.title}
      heading={texts.heading}
      note={texts.note}
      current="queue"
      action={
        <Button
          kind="main"
          busy={deeds.deed.busy}
          whyNot={whyNot}
          onPress={() => deeds.settle(rulings.map(({ one: { id }, ruling }) => ({ id, ...ruling })))}
        >
          {act}
        </Button>
      }
    >
      {children}
      <View className="claimants">
        {all.map((claimant, place) => (
          <View key={claimant.id} className="claimant">
            <Card
              heading={title(claimant, place, rivals.length)}
              tone={claimant.id === chosen ? 'done' : 'plain'}
            >
              <CaseFacts
                one={claimant}
                now={now}
                differing={place === 0 ? new Set<Fact>() : differences(claimant, one, now)}
              />
              <View className="claimant-choice">
                {claimant.id === chosen ? (
                  <Badge tone="done">{`✓ ${texts.chosen}`}</Badge>
                ) : (
                  <Button kind="outline" onPress={() => choose(claimant.id)}>
                    {texts.choose}
                  </Button>
                )}
              </View>
            </Card>
          </View>
        ))}
        {elsewhere.map(({ id, name, org, status, correcting }) => (
          <View key={id} className="claimant">
            <Card heading={`${name} · ${caseTexts.statuses[status]}`}>
              {correcting ? texts.correcting(org.name) : texts.elsewhere(org.name)}
            </Card>
          </View>
        ))}
      </View>
      <View className="small">{texts.notePerson}</View>
    </Desk>
  );
}
