import { View } from '@tarojs/components';
import { sayYuan } from '../../sayYuan.ts';
import { Card } from '../../ui/Card.tsx';
import { Bars } from './Bars.tsx';
import type { ClubFigures } from './FunnelCard.tsx';
import { figuresTexts as texts } from './figures.text.ts';

function Sum({ name, text, tone = '' }: { name: string; text: string; tone?: string }) {
  return (
    <View>
      <View className="small">{name}</View>
      <View className={`money-sum figures ${tone}`}>{text}</View>
    </View>
  );
}

/** What was paid and what is promised, beside the budget; and in which months. */
export function MoneyCard({ figures: { paid, promised, budget, months } }: { figures: ClubFigures }) {
  const left = budget === undefined ? undefined : budget - paid - promised;
  const told = months.filter((month) => month.paid + month.promised > 0);
  return (
    <Card heading={texts.money}>
      <View className="money-sums">
        <Sum name={texts.paid} text={sayYuan(paid)} />
        <Sum name={texts.promised} text={sayYuan(promised)} tone="money-promised" />
        {budget === undefined || left === undefined ? (
          <Sum name={texts.budget} text={texts.noBudget} tone="money-none" />
        ) : (
          <Sum
            name={left < 0 ? texts.over : texts.left}
            text={sayYuan(Math.abs(left))}
            tone={left < 0 ? 'money-over' : 'money-left'}
          />
        )}
      </View>
      {told.length === 0 ? (
        <View className="small">{texts.noMoney}</View>
      ) : (
        <View>
          <View className="small club-said">{texts.barsNote}</View>
          <Bars
            bars={told.map((month) => ({
              key: month.month,
              name: texts.month(Number(month.month.slice(5))),
              parts: [
                {
                  kind: 'solid',
                  amount: month.paid,
                  says: month.paid > 0 ? texts.paidBar(sayYuan(month.paid)) : '',
                },
                {
                  kind: 'open',
                  amount: month.promised,
                  says: month.promised > 0 ? texts.promisedBar(sayYuan(month.promised)) : '',
                },
              ],
            }))}
          />
        </View>
      )}
    </Card>
  );
}
