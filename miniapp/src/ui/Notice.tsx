import { View } from '@tarojs/components';
import type { Refused } from '../api/refused.ts';
import { isScreen, replaceWith } from '../screens.ts';
import { Button } from './Button.tsx';
import { spoken } from './press.ts';
import './Notice.scss';

/** A refusal in place: its sentence, and its next step. `onNext` is for a step that stays on this screen. */
export function Notice({ refused, onNext }: { refused: Refused | undefined; onNext?: () => void }) {
  if (!refused) return null;
  const { next } = refused;
  const screen = isScreen(next?.screen) ? next.screen : undefined;
  const step = screen ? () => replaceWith(screen) : onNext;
  return (
    <View className="notice" {...spoken('alert')}>
      <View className="notice-text">{refused.message}</View>
      {next && step ? (
        <Button small kind="outline" onPress={step}>
          {next.label}
        </Button>
      ) : null}
    </View>
  );
}
