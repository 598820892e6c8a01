import type { ResponseOf } from '@niangjia/shared/contract';
import type { audit } from '@niangjia/shared/joining/auditContract';
import { Text, View } from '@tarojs/components';
import { press } from '../../ui/press.ts';
import { auditTexts as texts } from './audit.text.ts';
import './Person.scss';

export type Member = ResponseOf<typeof audit.listDecisions>['decisions'][number]['member'];
export type StaffMember = NonNullable<ResponseOf<typeof audit.listDecisions>['decisions'][number]['by']>;

/** Somebody whom a record is about, masked. */
export const sayMember = ({ name }: Member) => name ?? texts.noMember;
/** Somebody of the staff. */
export const sayStaff = ({ name }: StaffMember) => name ?? texts.staffGone;

/** A word of a row that, pressed, leaves only the rows which have it. */
export function Narrow({ text, onPress }: { text: string; onPress?: (() => void) | undefined }) {
  return (
    <Text className={onPress ? 'audit-narrow' : ''} {...press(onPress, { label: texts.only(text) })}>
      {text}
    </Text>
  );
}

/** Whom a row is about, as far as an auditor sees it. */
export function MemberCell({ member, onPress }: { member: Member; onPress?: (() => void) | undefined }) {
  const { idNumber, cardNumber } = member;
  return (
    <>
      <Narrow text={sayMember(member)} onPress={onPress} />
      {idNumber ? <View className="small figures audit-number">{idNumber}</View> : null}
      {cardNumber ? <View className="small figures audit-number">{texts.card(cardNumber)}</View> : null}
    </>
  );
}
