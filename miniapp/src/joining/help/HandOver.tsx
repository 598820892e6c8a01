import type { ResponseOf } from '@niangjia/shared/contract';
import type { help } from '@niangjia/shared/joining/helpContract';
import { View } from '@tarojs/components';
import { replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { spoken } from '../../ui/press.ts';
import { Screen } from '../../ui/Screen.tsx';
import { useWide } from '../../ui/wide.ts';
import { helpJoinTexts as texts } from './helpJoin.text.ts';
import './HandOver.scss';

/** A form that was opened for somebody. */
export type HelpedVisit = ResponseOf<typeof help.openHelpedForm>;

/** Before: the phone goes to the worker, and whoever holds it now says that it did. */
export function HandOver({ visit, onStart }: { visit: HelpedVisit; onStart: () => void }) {
  const wide = useWide();
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="main" onPress={onStart}>
          {texts.start}
        </Button>
      }
    >
      <View className="hand-over">{wide ? texts.handOver.desk : texts.handOver.phone}</View>
      <View className="hand-over-note">{texts.handOverNote}</View>
      <Card>
        <View className="heading">{visit.org.name}</View>
        <View className="small">{visit.onSite ? texts.onSite : texts.online}</View>
      </Card>
    </Screen>
  );
}

/** After: the phone goes back, and nothing of what was typed is left on it. */
export function GiveBack({ session, onAnother }: { session: string | undefined; onAnother: () => void }) {
  const wide = useWide();
  return (
    <Screen
      title={texts.title}
      root
      action={
        <View className="hand-over-acts">
          <Button onPress={onAnother}>{texts.another}</Button>
          <Button
            kind="main"
            onPress={() => replaceWith('queue', session ? { session } : { list: 'online' })}
          >
            {texts.toQueue}
          </Button>
        </View>
      }
    >
      <View {...spoken('status')}>
        <Card tone="done">
          <View className="heading">✓ {texts.done}</View>
        </Card>
      </View>
      <View className="hand-over">{wide ? texts.giveBack.desk : texts.giveBack.phone}</View>
      <View className="hand-over-note">{texts.giveBackNote}</View>
    </Screen>
  );
}
