import { Voucher } from '@niangjia/shared/clubs/redemption';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { clubsTexts as texts } from './clubs.text.ts';
import { clubDeskTexts } from './desk.text.ts';
import { moneyApi } from './moneyApi.ts';
import { WordsForm } from './WordsForm.tsx';

/** What a club owes since points were taken back that it had spent; finance notes how many it paid back in money. */
export function Repayment({
  club,
  busy,
  onRepaid,
  onKeep,
}: {
  club: string;
  busy: boolean;
  onRepaid: (points: number, voucher: string) => void;
  onKeep: () => void;
}) {
  const { answer, refused, again } = useAnswer(() => moneyApi.getStatement({ club }), club);
  const [typed, type] = useState<string>();
  const keep = (
    <View className="club-acts">
      <Button small onPress={onKeep}>
        {clubDeskTexts.keep}
      </Button>
    </View>
  );
  if (!answer) return refused ? <Notice refused={refused} onNext={again} /> : <Skeleton lines={[60]} />;
  const { owed } = answer;
  if (owed === 0) {
    return (
      <View>
        <View>{texts.owesNothing}</View>
        {keep}
      </View>
    );
  }
  const points = Number(typed ?? owed);
  const wrong =
    Number.isInteger(points) && points > 0 && points <= owed ? undefined : texts.repaidWrong(owed);
  return (
    <View>
      <View className="club-name">{texts.owes(owed)}</View>
      <Field
        label={texts.repaidPoints}
        keyboard="number"
        longest={9}
        value={typed ?? String(owed)}
        onType={type}
        end={texts.score}
        error={wrong}
      />
      <WordsForm
        label={texts.voucher}
        example={texts.voucherExample}
        send={texts.repaid}
        schema={Voucher}
        longest={30}
        busy={busy || wrong !== undefined}
        onSend={(voucher) => onRepaid(points, voucher)}
        onKeep={onKeep}
      />
    </View>
  );
}
