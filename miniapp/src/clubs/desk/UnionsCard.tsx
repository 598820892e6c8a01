import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayYuan } from '../../sayYuan.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table, TableRow } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { cell } from '../../ui/tableRoles.ts';
import { useDeed } from '../../useDeed.ts';
import { BudgetForm } from './BudgetForm.tsx';
import type { ClubFigures } from './FunnelCard.tsx';
import { figuresTexts as texts } from './figures.text.ts';
import { moneyApi } from './moneyApi.ts';
import { SaveSheet } from './SaveSheet.tsx';
import { shareOf, type UnionRow, unionsSheet } from './unionsSheet.ts';

const { columns: names } = texts;
const columns: readonly Column<UnionRow>[] = [
  { key: 'union', name: names.union, compare: (a, b) => byText(a.name, b.name) },
  { key: 'paid', name: names.paid, compare: (a, b) => a.paid - b.paid },
  { key: 'promised', name: names.promised, compare: (a, b) => a.promised - b.promised },
  { key: 'budget', name: names.budget, compare: (a, b) => (a.budget ?? -1) - (b.budget ?? -1) },
  { key: 'share', name: names.share, compare: (a, b) => (shareOf(a) ?? -1) - (shareOf(b) ?? -1) },
  { key: 'acts', name: names.acts, screenOnly: true },
];

function UnionLine({
  union,
  year,
  own,
  mayBudget,
  onSet,
}: {
  union: UnionRow;
  year: string;
  /** The whole that the page is about, not one of its unions. */
  own: boolean;
  mayBudget: boolean;
  onSet: (said: string) => void;
}) {
  const { id, name, paid, promised, budget } = union;
  const [setting, set] = useState(false);
  const deed = useDeed();
  const share = shareOf(union);
  const save = (fen: number) =>
    void deed.run(async () => {
      await moneyApi.setClubBudget({ org: id, year, fen });
      set(false);
      onSet(texts.budgetSet(name, sayYuan(fen)));
    });
  const act = budget === undefined ? texts.setBudget : texts.changeBudget;
  const small = (what: string, text: string) => (
    <View className="union-cell figures" {...cell}>
      <View className="small union-what">{what}</View>
      {text}
    </View>
  );
  return (
    <TableRow
      below={
        setting || deed.refused ? (
          <View>
            <Notice refused={deed.refused} onNext={deed.clear} />
            {setting ? (
              <BudgetForm
                label={texts.budgetOf(name, year)}
                fen={budget}
                busy={deed.busy}
                onSave={save}
                onKeep={() => set(false)}
              />
            ) : null}
          </View>
        ) : null
      }
    >
      <View className={own ? 'union-name union-own' : 'union-name'} {...cell}>
        {name}
      </View>
      {small(names.paid, sayYuan(paid))}
      {small(names.promised, sayYuan(promised))}
      {small(names.budget, budget === undefined ? texts.none : sayYuan(budget))}
      <View
        className={share !== undefined && share > 1 ? 'union-cell union-over figures' : 'union-cell figures'}
        {...cell}
      >
        <View className="small union-what">{names.share}</View>
        {share === undefined ? texts.none : texts.share(share)}
      </View>
      <View className="union-acts table-screen" {...cell}>
        {mayBudget && !setting ? (
          <View className="club-acts">
            <Button small label={`${name} ${act}`} onPress={() => set(true)}>
              {act}
            </Button>
          </View>
        ) : null}
      </View>
    </TableRow>
  );
}

/** Spending by union with each one's budget; finance sets these, and takes the table to a spreadsheet. */
export function UnionsCard({
  figures: { org, unions, mayBudget, paid, promised, budget },
  year,
  onSet,
}: {
  figures: ClubFigures;
  year: string;
  onSet: (said: string) => void;
}) {
  const order = useOrder(columns);
  const whole = { ...org, paid, promised, budget };
  const below = unions.filter(({ id }) => id !== org.id);
  const line = { year, mayBudget, onSet };
  return (
    <View>
      <View className="heading figures-heading">{texts.unions}</View>
      <Table label={texts.table} className="unions-table" columns={columns} order={order} rest={false}>
        <UnionLine union={whole} own {...line} />
        {order.sorted(below).map((union) => (
          <UnionLine key={union.id} union={union} own={false} {...line} />
        ))}
      </Table>
      <SaveSheet name={texts.fileName(org.name, year)} make={() => unionsSheet([whole, ...below])} />
    </View>
  );
}
