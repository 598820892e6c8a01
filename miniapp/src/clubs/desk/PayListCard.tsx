import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayYuan } from '../../sayYuan.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { useDeed } from '../../useDeed.ts';
import { moneyApi } from './moneyApi.ts';
import { payList, payListName, type RedemptionRow } from './payList.ts';
import { payListTexts as texts } from './redemptions.text.ts';
import { SaveSheet } from './SaveSheet.tsx';

const sumOf = (rows: readonly RedemptionRow[]) => rows.reduce((sum, { fen }) => sum + fen, 0);

/** All that waits for payment at a union and below it, got together page by page, then saved with a tap. */
export function PayListCard({ org }: { org: { readonly id: string; readonly name: string } }) {
  const [got, get] = useState<{ rows: readonly RedemptionRow[]; whole: boolean }>();
  const deed = useDeed();
  const prepare = () =>
    deed.run(async () => {
      const rows: RedemptionRow[] = [];
      let cursor: string | undefined;
      do {
        const page = await moneyApi.listRedemptions({ org: org.id, state: 'reviewed', cursor });
        rows.push(...page.redemptions);
        cursor = page.cursor;
        get({ rows: [...rows], whole: cursor === undefined });
      } while (cursor !== undefined);
    });
  return (
    <Card heading={texts.heading}>
      <View className="small">{texts.note}</View>
      <View className="club-said" {...spoken('status')}>
        {got
          ? got.whole
            ? texts.ready(got.rows.length, sayYuan(sumOf(got.rows)))
            : texts.preparing(got.rows.length)
          : null}
      </View>
      <Notice refused={deed.refused} onNext={deed.clear} />
      {got?.whole && got.rows.length > 0 ? (
        <SaveSheet name={payListName(org.name, Date.now())} make={() => payList(got.rows)} />
      ) : (
        <View className="club-acts">
          <Button small busy={deed.busy} onPress={prepare}>
            {texts.prepare}
          </Button>
        </View>
      )}
    </Card>
  );
}
