import { dayOf } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Desk } from '../../desk/Desk.tsx';
import { deskTexts } from '../../desk/desk.text.ts';
import { forReviewer } from '../../desk/forStaff.tsx';
import { replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { usePaper } from '../../ui/usePaper.ts';
import { useAnswer } from '../../useAnswer.ts';
import { helpApi } from './helpApi.ts';
import { type Member, sayCardNumber } from './member.ts';
import { printTexts as texts } from './printCard.text.ts';
import './printCard.scss';

const web = process.env.TARO_ENV !== 'weapp';

/** The sheet as it comes out of the printer: the card to be cut out, and what to do with a phone later. */
function Sheet({ member }: { member: Member }) {
  usePaper('sheet');
  return (
    <View className="paper">
      <View className="paper-card">
        <View className="paper-issuer">{texts.issuer}</View>
        <View className="paper-name">{member.name}</View>
        <View className="paper-org">{member.org.name}</View>
        <View className="paper-label">{texts.number}</View>
        <View className="paper-number figures">{sayCardNumber(member.cardNumber)}</View>
        <View className="paper-foot figures">
          <View>{texts.since(dayOf(member.memberSince))}</View>
          <View>{texts.printed(dayOf(Date.now()))}</View>
        </View>
      </View>
      <View className="paper-words">
        <View className="paper-heading">{texts.later}</View>
        {texts.steps.map((step, i) => (
          <View key={step} className="paper-step">
            {i + 1}. {step}
          </View>
        ))}
        <View className="paper-step">{texts.lost}</View>
        <View className="paper-verify">{texts.verify}</View>
      </View>
    </View>
  );
}

function PrintCard({ id }: { id: string }) {
  const { answer, refused, again } = useAnswer(
    () => helpApi.lookUpMember({ by: 'id', id, purpose: 'printCard' }),
    id,
  );
  return (
    <Desk
      title={texts.title}
      heading={texts.heading}
      note={texts.note}
      current="findMember"
      action={
        answer && web ? (
          <Button kind="main" onPress={() => window.print()}>
            {texts.print}
          </Button>
        ) : undefined
      }
    >
      <Notice refused={refused} onNext={again} />
      {answer && !web ? <Card tone="waiting">{texts.atDesk}</Card> : null}
      {answer ? <Sheet member={answer} /> : refused ? null : <Skeleton lines={[60, 90, 90, 40]} />}
    </Desk>
  );
}

function PrintCardPage() {
  const { id } = useRouter().params;
  if (id) return <PrintCard id={id} />;
  return (
    <Desk title={texts.title} heading={texts.title} current="findMember">
      <Empty text={deskTexts.incomplete} next={deskTexts.toFind} onNext={() => replaceWith('findMember')} />
    </Desk>
  );
}

export default forReviewer(PrintCardPage);
