import type { Instant } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { open } from '../../screens.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { TableRow } from '../../ui/Table.tsx';
import { cell } from '../../ui/tableRoles.ts';
import { type Session, type Stage, sayOccupations, sayTimes, stageOf } from './saySession.ts';
import { sessionsTexts as texts } from './sessions.text.ts';
import './SessionLine.scss';

const tones = { on: 'red', soon: 'waiting', later: 'plain', over: 'plain' } as const satisfies Record<
  Stage,
  string
>;

/** One session: on a phone a card, at a desk a row; with what can be done with it. */
export function SessionLine({ session, now, reviews }: { session: Session; now: Instant; reviews: boolean }) {
  const { code, place } = session;
  const stage = stageOf(session, now);
  const live = stage === 'on' || stage === 'soon';
  return (
    <TableRow tone={live ? 'marked' : undefined} onEnter={() => open('board', { code })}>
      <View className="session-time figures" {...cell}>
        {sayTimes(session, now)}
      </View>
      <View className="session-place" {...cell}>
        {place}
      </View>
      <View className="session-whom" {...cell}>
        {sayOccupations(session)}
      </View>
      <View className="session-stage" {...cell}>
        <Badge tone={tones[stage]}>{texts[stage]}</Badge>
      </View>
      <View
        className={live ? 'session-acts session-live table-screen' : 'session-acts table-screen'}
        {...cell}
      >
        {reviews && stage !== 'over' ? (
          <Button small label={`${place} ${texts.poster}`} onPress={() => open('poster', { code })}>
            {texts.poster}
          </Button>
        ) : null}
        <Button small label={`${place} ${texts.board}`} onPress={() => open('board', { code })}>
          {texts.board}
        </Button>
        {live ? (
          <Button
            small
            kind="main"
            label={`${place} ${texts.review}`}
            onPress={() => open('queue', { session: code })}
          >
            {texts.review}
          </Button>
        ) : null}
      </View>
    </TableRow>
  );
}
