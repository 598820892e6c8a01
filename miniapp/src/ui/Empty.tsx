import { View } from '@tarojs/components';
import { Button } from './Button.tsx';
import './Empty.scss';

/** Nothing here yet: says so, and offers what to do next. */
export function Empty({
  text,
  note,
  next,
  onNext,
}: {
  text: string;
  note?: string;
  next?: string;
  onNext?: () => void;
}) {
  return (
    <View className="empty">
      <View className="heading">{text}</View>
      {note ? <View className="small">{note}</View> : null}
      {next && onNext ? (
        <View className="empty-next">
          <Button small kind="outline" onPress={onNext}>
            {next}
          </Button>
        </View>
      ) : null}
    </View>
  );
}
