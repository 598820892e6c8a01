import { worth } from '@niangjia/shared/clubs/ledger';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayYuan } from '../sayYuan.ts';
import { Button } from '../ui/Button.tsx';
import { Chips } from '../ui/Chips.tsx';
import { Notice } from '../ui/Notice.tsx';
import { spoken } from '../ui/press.ts';
import { Sheet } from '../ui/Sheet.tsx';
import { useDeed } from '../useDeed.ts';
import type { Statement } from './answers.ts';
import { moneyApi } from './moneyApi.ts';
import { redeemTexts as texts } from './statement.text.ts';

/** As many choices as a screen has room for; the largest is always one of them. */
const CHOICES = 12;
const choicesUpTo = (most: number): number[] => {
  const all = Array.from({ length: most / 100 }, (_, i) => 100 * (i + 1));
  return all.length > CHOICES ? [...all.slice(0, CHOICES - 1), most] : all;
};

/** How many whole hundreds become yuan: chosen, asked for with one tap, and what came of it. */
export function RedeemSheet({
  statement,
  onChanged,
  onClose,
}: {
  statement: Statement;
  onChanged: () => void;
  onClose: () => void;
}) {
  // What was possible when it was opened; what lies below is asked for anew while it is open.
  const [{ club, possible, balance, yearLeft, aHundred }] = useState(statement);
  const [points, choose] = useState(100);
  const [done, setDone] = useState<number>();
  const deed = useDeed();
  const fen = worth(points, { aHundred });
  const redeem = async () => {
    const got = await deed.run(async () => {
      setDone((await moneyApi.redeemPoints({ club: club.id, points })).fen);
    });
    if (got) onChanged();
  };
  if (done !== undefined)
    return (
      <Sheet title={`✓ ${texts.done(sayYuan(done))}`} onClose={onClose}>
        <View className="redeem-line" {...spoken('status')}>
          {texts.doneNote}
        </View>
        <Button kind="main" onPress={onClose}>
          {texts.ok}
        </Button>
      </Sheet>
    );
  return (
    <Sheet title={texts.title} onClose={onClose}>
      <Chips
        label={texts.choose}
        choices={choicesUpTo(possible.points).map((value) => ({
          value: String(value),
          text: texts.choice(value, sayYuan(worth(value, { aHundred }))),
        }))}
        chosen={String(points)}
        onChoose={(value) => choose(Number(value))}
      />
      <View className="redeem-line figures">
        <View>{texts.after(balance - points, sayYuan(yearLeft - fen))}</View>
        <View className="small">{texts.note}</View>
      </View>
      <Notice
        refused={deed.refused}
        onNext={() => {
          onChanged();
          onClose();
        }}
      />
      <Button kind="main" busy={deed.busy} onPress={redeem}>
        {deed.busy ? texts.submitting : texts.submit(sayYuan(fen))}
      </Button>
    </Sheet>
  );
}
