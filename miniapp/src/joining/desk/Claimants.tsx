import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { CaseFacts } from './CaseFacts.tsx';
import { caseTexts, settleTexts as texts } from './case.text.ts';
import { Desk } from './Desk.tsx';
import { type Case, type Elsewhere, type Fact, sayCase } from './sayCase.ts';
import type { CaseDeeds } from './useCase.ts';
import './Claimants.scss';

/** The facts in which a case differs from the first one beside it; times and unions always may. */
function differences(one: Case, other: Case | undefined, now: number): ReadonlySet<Fact> {
  if (!other) return new Set();
  const beside = new Map(sayCase(other, now));
  const compared: readonly Fact[] = ['name', 'phone', 'work'];
  return new Set(
    sayCase(one, now)
      .filter(([fact, text]) => compared.includes(fact) && beside.get(fact) !== text)
      .map(([fact]) => fact),
  );
}

function title(one: Case, place: number, others: number): string {
  return `${place === 0 ? texts.thisOne : texts.otherOne(place, others)} · ${caseTexts.statuses[one.status]}`;
}

/**
 * Several people claim one number: side by side, so that whoever is at the desk can be chosen. Settling
 * voids the others first and then approves the chosen one, since a number can be live only once.
 */
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
  const settle = () => {
    if (!kept) return;
    deeds.settle([
      ...others.map(({ id }) => ({ id, outcome: 'voided' as const })),
      ...(member ? [] : [{ id: kept.id, outcome: 'approved' as const, evidence: 'seenAtDesk' as const }]),
    ]);
  };
  const [blocking] = elsewhere;
  const whyNot = blocking ? texts.blocked(blocking.org.name) : kept ? undefined : texts.notChosen;
  const act = !kept ? texts.settleFirst : member ? texts.keep(others.length) : texts.settle(others.length);
  return (
    <Desk
      title={caseTexts.title}
      heading={texts.heading}
      note={texts.note}
      current="queue"
      action={
        <Button kind="main" busy={deeds.deed.busy} whyNot={whyNot} onPress={settle}>
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
