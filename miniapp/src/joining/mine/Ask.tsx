import { View } from '@tarojs/components';
import { Button } from '../../ui/Button.tsx';
import './Ask.scss';

/** Asks once more, in place, what was tapped; staying as it is stands first. */
export function Ask({
  question,
  yes,
  no,
  busy,
  onYes,
  onNo,
}: {
  question: string;
  yes: string;
  no: string;
  busy: boolean;
  onYes: () => void;
  onNo: () => void;
}) {
  return (
    <View className="ask">
      <View className="ask-question">{question}</View>
      <View className="ask-answers">
        <Button small kind="plain" onPress={onNo}>
          {no}
        </Button>
        <Button small kind="outline" busy={busy} onPress={onYes}>
          {yes}
        </Button>
      </View>
    </View>
  );
}
