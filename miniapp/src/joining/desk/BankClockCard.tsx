import type { Figures } from '@niangjia/shared/joining/board';
import { MINUTE, sayClock } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { Badge } from '../../ui/Badge.tsx';
import { Card } from '../../ui/Card.tsx';
import { boardTexts as texts } from './board.text.ts';
import { Fact } from './ClockCard.tsx';

/** The published clock, from the scan to the bank card, and who waits at the bank; nothing before anybody asked for one. */
export function BankClockCard({ figures, within }: { figures: Figures; within: number }) {
  const { bankCard, bankWaiting, bankLate } = figures;
  if (!bankCard && bankWaiting === 0) return null;
  const slow = bankCard && bankCard.slowestTenth > within;
  return (
    <Card heading={texts.bankClock}>
      <View className="clock-promise">
        <Badge tone="done">{texts.promise(within / MINUTE)}</Badge>
      </View>
      <View className="clock-facts">
        {bankCard ? <Fact name={texts.median} text={sayClock(bankCard.median)} /> : null}
        {bankCard ? (
          <Fact
            name={texts.slowestTenth}
            text={sayClock(bankCard.slowestTenth)}
            tone={slow ? 'clock-late' : 'clock-slow'}
          />
        ) : null}
        <Fact name={texts.bankWaiting} text={texts.persons(bankWaiting)} />
        {bankLate > 0 ? (
          <Fact name={texts.bankLate} text={texts.persons(bankLate)} tone="clock-late" />
        ) : null}
      </View>
      <View className="small">{bankCard ? texts.people(bankCard.people) : texts.noBankClock}</View>
    </Card>
  );
}
