import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { posterTimes } from '@niangjia/shared/joining/session';
import { clockOf, sayTime } from '@niangjia/shared/time';
import { Button as TaroButton, View } from '@tarojs/components';
import { Badge } from '../ui/Badge.tsx';
import { Card } from '../ui/Card.tsx';
import { Row } from '../ui/Row.tsx';
import { sessionTexts as texts } from './session.text.ts';
import './SessionView.scss';

/** What the API says of a scanned poster. */
type Scanned = ResponseOf<typeof joining.getSession>;

function stateOf(
  { session, poster }: Scanned,
  now: number,
): { text: string; tone: 'red' | 'plain' | 'waiting' } {
  if (poster === 'early') return { text: texts.early, tone: 'waiting' };
  if (poster === 'over') return { text: texts.over, tone: 'plain' };
  if (now < session.startsAt) return { text: texts.soon, tone: 'red' };
  return { text: now > session.endsAt ? texts.justOver : texts.now, tone: 'red' };
}

/** What a worker wants to know before beginning: where and when, which union, what membership brings. */
export function SessionView({ scanned }: { scanned: Scanned }) {
  const { session, poster } = scanned;
  const now = Date.now();
  const { text, tone } = stateOf(scanned, now);
  return (
    <View>
      <Badge tone={tone}>{`${text} · ${sayTime(session.startsAt, now)}–${clockOf(session.endsAt)}`}</Badge>
      <View className="session-headline title">
        <View>{texts.headline(session.place)}</View>
        <View>{poster === 'open' ? texts.headlineOpen : texts.headlineOnline}</View>
      </View>
      <View className="small session-org">{texts.by(session.org.name)}</View>
      {poster === 'open' ? null : (
        <Card tone="waiting">
          {poster === 'early' ? texts.earlyNote(sayTime(posterTimes(session).from, now)) : texts.overNote}
        </Card>
      )}
      <Card heading={texts.brings}>
        {texts.benefits.map(({ what, note }) => (
          <Row key={what} title={what} note={note} />
        ))}
      </Card>
      <Card>
        <Row title={texts.prepare} note={texts.prepareNote} end={texts.prepareWhat} />
      </Card>
      {process.env.TARO_ENV === 'weapp' ? (
        <TaroButton className="button button-text" hoverClass="button-down" openType="share">
          {texts.send}
        </TaroButton>
      ) : null}
    </View>
  );
}
