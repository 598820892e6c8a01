import type { Role } from '@niangjia/shared/roles';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forClubs } from '../../desk/forStaff.tsx';
import { More } from '../../desk/More.tsx';
import { useHome } from '../../desk/useHome.tsx';
import { keepInAddress } from '../../keepInAddress.ts';
import { sayYuan } from '../../sayYuan.ts';
import { Chips } from '../../ui/Chips.tsx';
import { choicesOf } from '../../ui/choicesOf.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { usePages } from '../../usePages.ts';
import { clubDeskTexts } from './desk.text.ts';
import { moneyApi } from './moneyApi.ts';
import { PayListCard } from './PayListCard.tsx';
import type { RedemptionRow } from './payList.ts';
import { RedemptionRows } from './RedemptionRows.tsx';
import { type Listed, redemptionsTexts as texts } from './redemptions.text.ts';
import { Said } from './Said.tsx';
import './desk.scss';

const isListed = (asked: string | undefined): asked is Listed => asked !== undefined && asked in texts.lists;

/** One as it stands in one list: paid, returned and paid again, it is another row. */
const rowKey = (state: Listed, { id, paidAt = 0 }: RedemptionRow) => `${state} ${id} ${paidAt}`;

/** Points on their way to being money: reviewers agree, finance pays, the bank may return. */
function Redemptions({
  homes,
  may,
}: {
  homes: readonly [OrgChoice, ...OrgChoice[]];
  may: (role: Role) => boolean;
}) {
  const { home, choice } = useHome(homes);
  const asked = useRouter().params.state;
  const [state, setState] = useState<Listed>(
    isListed(asked) ? asked : may('clubReviewer') ? 'requested' : 'reviewed',
  );
  const [done, setDone] = useState<readonly string[]>([]);
  const [said, say] = useState('');
  const [now] = useState(Date.now);
  const list = usePages(
    (cursor) => moneyApi.listRedemptions({ org: home.id, state, cursor }),
    ({ redemptions }) => redemptions,
    `${home.id} ${state}`,
  );
  const choose = (next: Listed) => {
    setState(next);
    say('');
    keepInAddress('state', next);
  };
  // The list may be a moment behind what was done here.
  const rows = list.rows?.filter((row) => !done.includes(rowKey(state, row)));
  const settled = (row: RedemptionRow, words: string) => {
    say(words);
    setDone((before) => [...before, rowKey(state, row)]);
    list.again();
  };
  const sum = (rows ?? []).reduce((total, { fen }) => total + fen, 0);
  const other = state === 'reviewed' ? 'paid' : 'reviewed';
  return (
    <Desk
      title={texts.title}
      heading={`${texts.sentences[state](rows?.length ?? 0, sayYuan(sum))}${list.rest ? texts.some : ''}`}
      note={home.name}
      current="redemptions"
      top
      printed={rows ? now : undefined}
    >
      {choice}
      <View className="desk-filters">
        <Chips label={clubDeskTexts.list} choices={choicesOf(texts.lists)} chosen={state} onChoose={choose} />
      </View>
      <Said>{said}</Said>
      <Notice refused={list.refused} onNext={list.again} />
      {!rows ? (
        list.refused ? null : (
          <Skeleton />
        )
      ) : rows.length === 0 && !list.rest ? (
        <Empty
          text={texts.none[state]}
          note={texts.noneNote[state]}
          next={other === 'paid' ? texts.toPaid : texts.toOther}
          onNext={() => choose(other)}
        />
      ) : (
        <RedemptionRows
          rows={list.shown(rows)}
          rest={list.rest}
          state={state}
          may={may}
          onDone={settled}
          onAgain={list.again}
        />
      )}
      <More list={list} found={rows?.length} />
      {rows && rows.length > 0 && state === 'reviewed' && may('finance') ? (
        <View className="club-after-table">
          <PayListCard key={`${home.id} ${done.length}`} org={home} />
        </View>
      ) : null}
    </Desk>
  );
}

export default forClubs(['clubReviewer', 'finance', 'auditor'], Redemptions);
