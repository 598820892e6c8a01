import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { api } from '../../api.ts';
import { open } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { Desk } from './Desk.tsx';
import type { Duty } from './duty.ts';
import { forStaff } from './forStaff.tsx';
import { OrgSwitch } from './OrgSwitch.tsx';
import { SessionLine } from './SessionLine.tsx';
import { type Session, type Stage, stageOf } from './saySession.ts';
import { sessionsTexts as texts } from './sessions.text.ts';
import { columnHead, row, table } from './table.ts';
import { useUnions } from './useUnions.ts';

const stages: readonly Stage[] = ['on', 'soon', 'later', 'over'];

/** What is on now first; within a stage as the API gives them, latest first, and those to come soonest first. */
function inOrder(sessions: readonly Session[], now: number): Session[] {
  return stages.flatMap((stage) => {
    const there = sessions.filter((session) => stageOf(session, now) === stage);
    return stage === 'later' ? there.reverse() : there;
  });
}

function Sessions({ home, reviews }: Duty) {
  const unions = useUnions('review', home);
  const { org } = unions;
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
      note={<OrgSwitch of={unions} />}
      current="sessions"
      top
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
        <View className="session-table" {...table(texts.table)}>
          <View className="session-line session-head" {...row}>
            {texts.columns.map((name) => (
              <View key={name} {...columnHead}>
                {name}
              </View>
            ))}
          </View>
          {sessions.map((session) => (
            <SessionLine key={session.code} session={session} now={now} reviews={reviews} />
          ))}
        </View>
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
