import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { api } from '../../api.ts';
import { Desk } from '../../desk/Desk.tsx';
import type { Duty } from '../../desk/duty.ts';
import { forStaff } from '../../desk/forStaff.tsx';
import { keepInAddress } from '../../keepInAddress.ts';
import { open } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { OrgSwitch } from './OrgSwitch.tsx';
import { SessionLine } from './SessionLine.tsx';
import { type Session, type Stage, sayOccupations, stageOf } from './saySession.ts';
import { sessionsTexts as texts } from './sessions.text.ts';
import { useUnions } from './useUnions.ts';

const stages: readonly Stage[] = ['on', 'soon', 'later', 'over'];

/** What is on now first; within a stage as the API gives them, latest first, and those to come soonest first. */
function inOrder(sessions: readonly Session[], now: number): Session[] {
  return stages.flatMap((stage) => {
    const there = sessions.filter((session) => stageOf(session, now) === stage);
    return stage === 'later' ? there.reverse() : there;
  });
}

const { columns: names } = texts;
const columns: readonly Column<Session>[] = [
  { key: 'time', name: names.time, compare: (a, b) => a.startsAt - b.startsAt },
  { key: 'place', name: names.place, compare: (a, b) => byText(a.place, b.place) },
  { key: 'whom', name: names.whom, compare: (a, b) => byText(sayOccupations(a), sayOccupations(b)) },
  { key: 'stage', name: names.stage },
  { key: 'acts', name: '', screenOnly: true },
];

/** Which sessions are shown: all, those that are on or to come, or those that are over. */
type Filter = keyof typeof texts.filters;
const filters = Object.keys(texts.filters) as Filter[];
const passes = (filter: Filter, stage: Stage) =>
  filter === 'all' || (filter === 'over') === (stage === 'over');

function Sessions({ home, reviews }: Duty) {
  const unions = useUnions('review', home);
  const { org } = unions;
  const asked = useRouter().params.stage;
  const [filter, setFilter] = useState<Filter>(filters.find((one) => one === asked) ?? 'all');
  const order = useOrder(columns);
  const first = useAnswer(() => api.listSessions({ org: org.id }), org.id);
  const [further, setFurther] = useState<{ org: string; sessions: Session[]; cursor: string | undefined }>();
  const more = useDeed();
  // Coming back from opening one, it should be here.
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) first.again();
    shownBefore.current = true;
  });

  const beyond = further?.org === org.id ? further : undefined;
  const cursor = beyond ? beyond.cursor : first.answer?.cursor;
  const now = Date.now();
  const sessions = inOrder([...(first.answer?.sessions ?? []), ...(beyond?.sessions ?? [])], now);
  const shown = order.sorted(sessions.filter((session) => passes(filter, stageOf(session, now))));
  const choose = (next: Filter) => {
    setFilter(next);
    keepInAddress('stage', next === 'all' ? '' : next);
  };
  const readOn = () =>
    more.run(async () => {
      const page = await api.listSessions({ org: org.id, cursor });
      setFurther({
        org: org.id,
        sessions: [...(beyond?.sessions ?? []), ...page.sessions],
        cursor: page.cursor,
      });
    });
  const newOne = (
    <Button kind="main" onPress={() => open('openSession', { org: org.id })}>
      {texts.open}
    </Button>
  );

  return (
    <Desk
      title={texts.title}
      heading={texts.heading}
      note={<OrgSwitch of={unions} name={first.answer?.org.name} />}
      current="sessions"
      top
      printed={first.answer ? now : undefined}
      action={reviews && sessions.length > 0 ? newOne : undefined}
    >
      <Notice refused={first.refused ?? more.refused} onNext={first.again} />
      {!first.answer ? (
        first.refused ? null : (
          <Skeleton lines={[60, 80, 40]} />
        )
      ) : sessions.length === 0 ? (
        reviews ? (
          <Empty
            text={texts.none}
            note={texts.noneNote}
            next={texts.open}
            onNext={() => open('openSession', { org: org.id })}
          />
        ) : (
          <Empty text={texts.noneAuditor} />
        )
      ) : (
        <>
          <View className="desk-filters">
            <Chips
              label={texts.which}
              choices={filters.map((one) => ({ value: one, text: texts.filters[one] }))}
              chosen={filter}
              onChoose={choose}
            />
          </View>
          {shown.length === 0 ? (
            <Empty text={texts.noSuch} next={texts.seeAll} onNext={() => choose('all')} />
          ) : (
            <Table
              label={texts.table}
              className="session-table"
              columns={columns}
              order={order}
              rest={cursor !== undefined}
              keys={texts.keys}
            >
              {shown.map((session) => (
                <SessionLine key={session.code} session={session} now={now} reviews={reviews} />
              ))}
            </Table>
          )}
        </>
      )}
      {cursor ? (
        <Button kind="text" busy={more.busy} onPress={readOn}>
          {texts.more}
        </Button>
      ) : null}
    </Desk>
  );
}

export default forStaff(Sessions);
