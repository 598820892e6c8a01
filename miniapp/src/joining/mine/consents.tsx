import { View } from '@tarojs/components';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { ConsentCard } from './ConsentCard.tsx';
import { consentsTexts as texts } from './consents.text.ts';
import { mineApi } from './mineApi.ts';
import './consents.scss';

/** Every consent on its own: when it was given, what withdrawing means, and the way to do it. */
export default function ConsentsPage() {
  const asked = useAnswer(() => mineApi.getMyData(), 'my data');
  const { answer } = asked;
  const held = answer?.application;
  return (
    <Screen title={texts.title}>
      <Notice refused={asked.refused} onNext={asked.again} />
      {!answer && !asked.refused ? <Skeleton lines={[50, 90, 90, 40]} /> : null}
      {answer && !held ? <Empty text={texts.none} /> : null}
      {held ? (
        <View>
          <View className="heading">{texts.headline}</View>
          <View className="small consents-note">{texts.note}</View>
          {answer.consents.map((given) => (
            <ConsentCard
              key={given.consent}
              given={given}
              held={held}
              keeps={answer.keeps}
              onChanged={asked.again}
            />
          ))}
        </View>
      ) : null}
    </Screen>
  );
}
