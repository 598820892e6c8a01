import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { api } from '../../api.ts';
import { Desk } from '../../desk/Desk.tsx';
import { deskTexts } from '../../desk/desk.text.ts';
import type { Duty } from '../../desk/duty.ts';
import { forStaff } from '../../desk/forStaff.tsx';
import { open, replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useNow } from '../../useNow.ts';
import { useRefreshed } from '../../useRefreshed.ts';
import { useVisible } from '../../useVisible.ts';
import { BankClockCard } from './BankClockCard.tsx';
import { boardTexts as texts } from './board.text.ts';
import { ClockCard } from './ClockCard.tsx';
import { Consulted } from './Consulted.tsx';
import { RateCard } from './RateCard.tsx';
import { sayTimes } from './saySession.ts';
import { Tile } from './Tile.tsx';
import { WaitingCard } from './WaitingCard.tsx';
import './board.scss';

async function look(code: string) {
  const [board, queue] = await Promise.all([
    api.getBoard({ code }),
    api.listApplications({ session: code, status: 'submitted' }),
  ]);
  return { ...board, queue };
}

function Board({ code, reviews }: { code: string; reviews: boolean }) {
  const asked = useRefreshed(() => look(code), code);
  const now = useNow(useVisible());
  const { answer } = asked;
  const review = () => open('queue', { session: code });
  if (!answer) {
    return (
      <Desk title={texts.title} heading={texts.title} current="sessions">
        <Notice refused={asked.refused} onNext={asked.again} />
        {asked.refused ? null : <Skeleton lines={[50, 90, 70]} />}
      </Desk>
    );
  }
  const { session, figures, onDuty, lateAfter, bankCardWithin, queue } = answer;
  const about = [sayTimes(session, now), session.org.name];
  if (onDuty.length > 0) about.push(texts.onDuty(onDuty.join('、')));
  return (
    <Desk
      title={texts.title}
      heading={session.place}
      note={about.join(' · ')}
      current="sessions"
      links={
        reviews ? (
          <>
            <Button small onPress={() => open('poster', { code })}>
              {texts.poster}
            </Button>
            <Button small kind="main" onPress={review}>
              {texts.review(figures.waiting)}
            </Button>
          </>
        ) : undefined
      }
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      <View className="board">
        <View className="board-tiles">
          <Consulted code={code} people={figures.consulted} counts={reviews} onCounted={asked.again} />
          <Tile name={texts.opened} figure={figures.opened} />
          <Tile name={texts.submitted} figure={figures.submitted} />
          <Tile name={texts.approved} figure={figures.approved} tone="done" />
          <Tile name={texts.rejected} figure={figures.rejected} tone="waiting" />
        </View>
        <View className="board-columns">
          <View>
            <BankClockCard figures={figures} within={bankCardWithin} />
            <ClockCard figures={figures} />
            <RateCard rate={figures.perTenMinutes} />
          </View>
          <WaitingCard
            rows={queue.applications}
            further={queue.cursor !== undefined}
            lateAfter={lateAfter}
            now={now}
            onLook={reviews ? review : undefined}
          />
        </View>
      </View>
    </Desk>
  );
}

function BoardPage({ reviews }: Duty) {
  const { code } = useRouter().params;
  if (code) return <Board code={code} reviews={reviews} />;
  return (
    <Desk title={texts.title} heading={texts.title} current="sessions">
      <Empty text={deskTexts.incomplete} next={deskTexts.toSessions} onNext={() => replaceWith('sessions')} />
    </Desk>
  );
}

export default forStaff(BoardPage);
