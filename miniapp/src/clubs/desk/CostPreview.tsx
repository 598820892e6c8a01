import type { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import type { ClubNumbers } from '@niangjia/shared/clubs/policy';
import type { ResponseOf } from '@niangjia/shared/contract';
import { sayDay } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayYuan } from '../../sayYuan.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { useDeed } from '../../useDeed.ts';
import { moneyApi } from './moneyApi.ts';
import { clubPolicyTexts as texts } from './policy.text.ts';

type Costs = ResponseOf<typeof clubMoney.previewClubPolicy>;

function sayDifference({ did, would }: Costs): string {
  const more = would.fen - did.fen;
  if (more === 0) return texts.alike;
  return more > 0 ? texts.more(sayYuan(more)) : texts.less(sayYuan(-more));
}

function Compared({ costs }: { costs: Costs }) {
  const { from, until, did, would } = costs;
  const line = (name: string, of: (cost: Costs['did']) => string, tone = 'rules-cost') => (
    <>
      <View className="small">{name}</View>
      <View className={tone}>{of(did)}</View>
      <View className={tone}>{of(would)}</View>
    </>
  );
  return (
    <View {...spoken('status')}>
      <View className="rules-costs figures">
        <View />
        <View className="small">{texts.did}</View>
        <View className="small">{texts.would}</View>
        {line(texts.graded, ({ graded, activities }) => texts.gradedOf(graded, activities))}
        {line(texts.allPoints, ({ points }) => texts.pointsOf(points))}
        {line(texts.most, ({ fen }) => sayYuan(fen), 'rules-most')}
      </View>
      <View className="rules-most">{sayDifference(costs)}</View>
      <View className="small">{texts.previewNote(sayDay(from), sayDay(until - 1))}</View>
    </View>
  );
}

/** What the last twelve months would have cost under the draft, beside what they did; worked out when it is asked for. */
export function CostPreview({
  org,
  numbers,
  whyNot,
}: {
  org: string;
  numbers: ClubNumbers;
  whyNot: string | undefined;
}) {
  const [found, show] = useState<{ of: string; costs: Costs }>();
  const deed = useDeed();
  const of = JSON.stringify(numbers);
  const look = () =>
    void deed.run(async () => show({ of, costs: await moneyApi.previewClubPolicy({ org, numbers }) }));
  return (
    <Card heading={texts.preview}>
      {found?.of === of ? <Compared costs={found.costs} /> : null}
      {found && found.of !== of ? <View className="small">{texts.stale}</View> : null}
      <Notice refused={deed.refused} onNext={deed.clear} />
      {found?.of === of ? null : (
        <View className="club-acts">
          <Button kind="outline" small busy={deed.busy} whyNot={whyNot} onPress={look}>
            {texts.preview}
          </Button>
        </View>
      )}
    </Card>
  );
}
