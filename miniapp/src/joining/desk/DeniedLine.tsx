import { View } from '@tarojs/components';
import { open } from '../../screens.ts';
import { Card } from '../../ui/Card.tsx';
import { Row } from '../../ui/Row.tsx';
import { queueTexts as texts } from './queue.text.ts';
import type { Unions } from './useUnions.ts';
import './DeniedLine.scss';

/** For the reviewers of a node above: members below who were called back and say they did not join. */
export function DeniedLine({ of: { denied, home } }: { of: Unions }) {
  if (denied === 0) return null;
  return (
    <View className="denied-line">
      <Card tone="wrong">
        <Row
          title={texts.denied(denied)}
          note={texts.deniedNote}
          end="›"
          onPress={() => open('denials', { org: home.id })}
        />
      </Card>
    </View>
  );
}
