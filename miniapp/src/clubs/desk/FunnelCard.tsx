import type { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import type { ResponseOf } from '@niangjia/shared/contract';
import { Card } from '../../ui/Card.tsx';
import { Bars } from './Bars.tsx';
import { figuresTexts as texts } from './figures.text.ts';

export type ClubFigures = ResponseOf<typeof clubMoney.getClubFigures>;
const steps = ['declared', 'approved', 'held', 'reported', 'graded'] as const;

/** How far a year's activities came: each step with how many, and how many fewer than before it. */
export function FunnelCard({ funnel }: { funnel: ClubFigures['funnel'] }) {
  return (
    <Card heading={texts.funnel}>
      <Bars
        bars={steps.map((step, i) => {
          const before = steps[i - 1];
          const lost = before ? funnel[before] - funnel[step] : 0;
          return {
            key: step,
            name: texts.steps[step],
            parts: [{ kind: 'solid', amount: funnel[step], says: texts.activities(funnel[step]) }],
            note: lost > 0 ? texts.lost(lost) : undefined,
          };
        })}
      />
    </Card>
  );
}
