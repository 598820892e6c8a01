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
import { Chips } from '../../ui/Chips.tsx';
import { choicesOf } from '../../ui/choicesOf.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { usePages } from '../../usePages.ts';
import { ClubRows } from './ClubRows.tsx';
import { type ClubState, clubsTexts as texts } from './clubs.text.ts';
import { clubDeskTexts } from './desk.text.ts';
import { deskApi } from './deskApi.ts';
import { Said } from './Said.tsx';
import './desk.scss';

const isState = (asked: string | undefined): asked is ClubState =>
  asked !== undefined && asked in texts.lists;

/** Clubs of a union and all below it: those that were asked for, those that go on, those that ended. */
function Clubs({
  homes,
  may,
}: {
  homes: readonly [OrgChoice, ...OrgChoice[]];
  may: (role: Role) => boolean;
}) {
  const { home, choice } = useHome(homes);
  const asked = useRouter().params.state;
  const [state, setState] = useState<ClubState>(isState(asked) ? asked : 'applied');
  const [done, setDone] = useState<readonly string[]>([]);
  const [said, say] = useState('');
  const [now] = useState(Date.now);
  const list = usePages(
    (cursor) => deskApi.listKeptClubs({ org: home.id, state, cursor }),
    ({ clubs }) => clubs,
    `${home.id} ${state}`,
  );
  const choose = (next: ClubState) => {
    setState(next);
    say('');
    keepInAddress('state', next);
  };
  // The list may be a moment behind what was done here.
  const rows = list.rows?.filter(({ id }) => !done.includes(`${state} ${id}`));
  const settled = (id: string, words: string, gone: boolean) => {
    say(words);
    if (gone) setDone((before) => [...before, `${state} ${id}`]);
    list.again();
  };
  return (
    <Desk
      title={texts.title}
      heading={texts.sentences[state](rows?.length ?? 0)}
      note={home.name}
      current="keptClubs"
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
          note={texts.noneNote}
          next={state === 'active' ? texts.toApplied : texts.toOther}
          onNext={() => choose(state === 'active' ? 'applied' : 'active')}
        />
      ) : (
        <ClubRows
          clubs={list.shown(rows)}
          rest={list.rest}
          state={state}
          reviews={may('clubReviewer')}
          pays={may('finance')}
          onDone={settled}
          onAgain={list.again}
        />
      )}
      <More list={list} found={rows?.length} />
    </Desk>
  );
}

export default forClubs(['clubReviewer', 'finance', 'auditor'], Clubs);
