import { View } from '@tarojs/components';
import { api } from './api.ts';
import { Button } from './ui/Button.tsx';
import { Card } from './ui/Card.tsx';
import { Notice } from './ui/Notice.tsx';
import { Screen } from './ui/Screen.tsx';
import { Skeleton } from './ui/Skeleton.tsx';
import { useAnswer } from './useAnswer.ts';

export default function Home() {
  const mine = useAnswer(() => api.getMyApplication(), 'mine');
  return (
    <Screen
      title="娘家"
      root
      action={
        <Button kind="main" onPress={mine.again}>
          再看一次
        </Button>
      }
    >
      <Notice refused={mine.refused} onNext={mine.again} />
      {mine.answer ? (
        <Card>
          <View>{mine.answer.status}</View>
        </Card>
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}
