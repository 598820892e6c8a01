import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { settleTexts, caseTexts as texts } from './case.text.ts';
import { type Case, type Fact, sayCase } from './sayCase.ts';
import './CaseFacts.scss';

const strong: readonly Fact[] = ['name', 'idNumber'];

/** All that is known of one case, what is compared with the document first and largest. */
export function CaseFacts({
  one,
  now,
  differing,
}: {
  one: Case;
  now: number;
  /** Facts that are not the same in the case beside it. */
  differing?: ReadonlySet<Fact>;
}) {
  return (
    <View>
      {sayCase(one, now).map(([fact, text]) => (
        <View key={fact} className={strong.includes(fact) ? 'fact fact-strong' : 'fact'}>
          <Text className="fact-name">{texts.facts[fact]}</Text>
          <Text className="fact-text figures">{text}</Text>
          {fact === 'phone' && one.phone ? (
            <Button
              small
              kind="text"
              onPress={() => void Taro.makePhoneCall({ phoneNumber: one.phone }).catch(() => {})}
            >
              {texts.call}
            </Button>
          ) : null}
          {fact === 'phone' && !one.reachable ? (
            <View className="small fact-note">{one.phone ? texts.unreachable : texts.unreachableAtAll}</View>
          ) : null}
          {differing?.has(fact) ? <Badge tone="waiting">{settleTexts.differs}</Badge> : null}
        </View>
      ))}
    </View>
  );
}
