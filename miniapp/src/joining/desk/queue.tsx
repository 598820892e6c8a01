import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { Duty } from '../../desk/duty.ts';
import { forStaff } from '../../desk/forStaff.tsx';
import { keepInAddress } from '../../keepInAddress.ts';
import { open, replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useWide } from '../../ui/wide.ts';
import { useNow } from '../../useNow.ts';
import { useVisible } from '../../useVisible.ts';
import { ChooseUnion } from './ChooseUnion.tsx';
import { DecidedToday } from './DecidedToday.tsx';
import { DeniedLine } from './DeniedLine.tsx';
import { OrgSwitch } from './OrgSwitch.tsx';
import { queueTexts as texts } from './queue.text.ts';
import { useQueue } from './useQueue.ts';
import { useRulings } from './useRulings.ts';
import { useUnions } from './useUnions.ts';
import { inOneTap, WaitingList } from './WaitingList.tsx';

type List = keyof typeof texts.lists;
const lists = Object.keys(texts.lists) as List[];

function Queue({ home, reviews }: Duty) {
  const { params } = useRouter();
  const unions = useUnions('review', home);
  const of = { org: unions.org.id, session: params.session };
  const [list, setList] = useState<List>(lists.find((name) => name === params.list) ?? 'onSite');
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  const [doneToday, countToday] = useState<number>();
  const now = useNow(useVisible());
  const wide = useWide();
  const queue = useQueue(of, list === 'online');
  const rulings = useRulings(queue);

  const { about } = queue;
  const lines = queue.lines ?? [];
  const waiting = lines.filter(({ outcome }) => !outcome).map(({ row }) => row);
  const onSite = waiting.filter((row) => row.onSite).length;
  const online = waiting.length - onSite;
  const known = queue.lines !== undefined;
  const counts: Record<List, string> = {
    onSite: !known ? '' : queue.further && online === 0 ? `${onSite}+` : String(onSite),
    online: !known ? '' : queue.further ? (online > 0 ? `${online}+` : '') : String(online),
    today: doneToday === undefined ? '' : String(doneToday),
  };
  // Somebody who applies online belongs to no session.
  const offered = lists.filter((name) => name !== 'online' || !of.session);
  const here = lines.filter(({ row }) => row.onSite === (list === 'onSite'));
  const ticked = waiting.filter((row) => ticks.has(row.id) && inOneTap(row)).slice(0, 50);

  const tick = (id: string, on: boolean) =>
    setTicks((before) => new Set(on ? [...before, id] : [...before].filter((other) => other !== id)));
  const choose = (next: List) => {
    setList(next);
    keepInAddress('list', next);
  };

  if (!params.session && unions.toChoose)
    return (
      <ChooseUnion title={texts.title} current="queue" of={unions}>
        {reviews ? <DeniedLine of={unions} /> : null}
      </ChooseUnion>
    );
  return (
    <Desk
      title={texts.title}
      heading={
        list === 'today'
          ? texts.todaySentence(counts.today)
          : texts.sentence(known ? counts.onSite : undefined)
      }
      note={params.session ? about?.session?.place : <OrgSwitch of={unions} name={about?.org.name} />}
      current="queue"
      top
      printed={known ? now : undefined}
      links={
        <>
          {reviews && about ? (
            <Button
              small
              onPress={() => open('helpJoin', of.session ? { session: of.session } : { org: of.org })}
            >
              {texts.help}
            </Button>
          ) : null}
          {about?.session ? (
            <Button small onPress={() => open('board', { code: about.session?.code ?? '' })}>
              {texts.board}
            </Button>
          ) : about && !wide ? (
            // At a desk the side bar has them.
            <Button small onPress={() => replaceWith('sessions')}>
              {texts.toSessions}
            </Button>
          ) : null}
        </>
      }
      action={
        reviews && ticked.length > 0 && list === 'onSite' ? (
          <>
            <Notice refused={rulings.deed.refused} onNext={rulings.again} />
            <Button
              kind="outline"
              busy={rulings.deed.busy}
              onPress={() => rulings.approveSeen(ticked.map((row) => row.id))}
            >
              {texts.together(ticked.length)}
            </Button>
          </>
        ) : undefined
      }
    >
      {reviews && !params.session ? <DeniedLine of={unions} /> : null}
      <View className="desk-filters">
        <Chips
          label={texts.which}
          choices={offered.map((name) => ({
            value: name,
            text: `${texts.lists[name]} ${counts[name]}`.trim(),
          }))}
          chosen={list}
          onChoose={choose}
        />
      </View>
      <Notice refused={queue.refused} onNext={queue.again} />
      {list === 'today' ? (
        <DecidedToday of={of} opens={reviews} onCount={countToday} />
      ) : !queue.lines ? (
        queue.refused ? null : (
          <Skeleton />
        )
      ) : here.length === 0 ? (
        <Empty
          text={list === 'onSite' ? texts.noOnSite : texts.noOnline}
          note={list === 'onSite' ? texts.noOnSiteNote : texts.noOnlineNote}
          next={texts.toSessions}
          onNext={() => replaceWith('sessions')}
        />
      ) : (
        <WaitingList
          key={list}
          lines={here}
          further={queue.further}
          now={now}
          lateAfter={about?.lateAfter}
          rulings={reviews ? rulings : undefined}
          ticks={ticks}
          onTick={tick}
          onAgain={queue.again}
        />
      )}
    </Desk>
  );
}

export default forStaff(Queue);
