import { dayOf, sayTime } from '@niangjia/shared/time';
import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Refused } from '../../api/refused.ts';
import { Desk } from '../../desk/Desk.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useWide } from '../../ui/wide.ts';
import { findTexts as texts } from './findMember.text.ts';
import { type Member, type Purpose, purposes, sayCardNumber, sayIdNumber } from './member.ts';
import './MemberDesk.scss';

const choices = purposes.map((value) => ({ value, text: texts.purposes[value] }));

/** What somebody may come for. */
export function PurposeChips({
  purpose,
  onChoose,
}: {
  purpose: Purpose;
  onChoose: (purpose: Purpose) => void;
}) {
  return (
    <View className="desk-filters">
      <Chips label={texts.purpose} choices={choices} chosen={purpose} onChoose={onChoose} />
    </View>
  );
}

/** Somebody who was found: who comes next for them, and what they came for now. */
export interface Found {
  readonly member: Member;
  readonly purpose: Purpose;
  readonly onChoose: (purpose: Purpose) => void;
  readonly onAnother: () => void;
  /** Why they could not be opened again for another thing. */
  readonly refused: Refused | undefined;
}

/** The page of a member who was found: what is compared with the document on the table, and the deed. */
export function MemberDesk({
  found: { member, purpose, onChoose, onAnother, refused },
  action,
  notice,
  children,
}: {
  found: Found;
  action?: ReactNode;
  /** What is said of the deed: over its button on a phone, over what it is about at a desk. */
  notice?: ReactNode;
  children?: ReactNode;
}) {
  const wide = useWide();
  const { account, membership } = member;
  const since = account.since ? texts.since(sayTime(account.since, Date.now())) : '';
  const facts = [
    [texts.facts.idNumber, sayIdNumber(member.idNumber)],
    [texts.facts.cardNumber, sayCardNumber(member.cardNumber)],
    [texts.facts.org, member.org.name + texts.memberships[membership]],
    [texts.facts.since, dayOf(member.memberSince)],
    [texts.facts.account, texts.accounts[account.state] + since],
  ] as const;
  return (
    <Desk
      title={texts.title}
      heading={member.name}
      current="findMember"
      top
      links={
        <Button small onPress={onAnother}>
          {texts.another}
        </Button>
      }
      action={
        wide || !action ? (
          action
        ) : (
          <View>
            {notice}
            {action}
          </View>
        )
      }
    >
      <PurposeChips purpose={purpose} onChoose={onChoose} />
      <Notice refused={refused} onNext={() => onChoose(purpose)} />
      <View className="found">
        <View>
          <Card>
            {facts.map(([label, known]) => (
              <View key={label} className="found-fact">
                <Text className="found-label">{label}</Text>
                <Text className="figures">{known}</Text>
              </View>
            ))}
          </Card>
          {member.contested ? <Card tone="waiting">{texts.contested}</Card> : null}
        </View>
        <View>
          {wide ? notice : null}
          {children}
        </View>
      </View>
    </Desk>
  );
}
