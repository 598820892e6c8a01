import type { ResponseOf } from '@niangjia/shared/contract';
import type { corrections } from '@niangjia/shared/joining/correctionsContract';
import { View } from '@tarojs/components';
import { api } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeed } from '../../useDeed.ts';
import { CaseFacts } from './CaseFacts.tsx';
import { correctionTexts as texts } from './corrections.text.ts';
import './Claimants.scss';

/** One opened request. */
export type Opened = ResponseOf<typeof corrections.discloseCorrection>;

/** The others who claim the number asked for: whoever is not the person with the document is voided first. */
export function CorrectionRivals({ one, onVoided }: { one: Opened; onVoided: () => void }) {
  const deed = useDeed();
  const voidOne = (id: string) =>
    void deed.run(async () => {
      await api.decideApplication({ id, outcome: 'voided' });
      onVoided();
    });
  return (
    <View>
      <View className="heading">{texts.contested}</View>
      <View className="small">{texts.contestedNote}</View>
      <Notice refused={deed.refused} onNext={onVoided} />
      <View className="claimants">
        {one.rivals.map((rival) => (
          <Card key={rival.id}>
            <CaseFacts one={rival} now={Date.now()} />
            <View className="claimant-choice">
              <Button kind="outline" busy={deed.busy} onPress={() => voidOne(rival.id)}>
                {texts.void}
              </Button>
            </View>
          </Card>
        ))}
        {one.elsewhere.map(({ id, name, org, correcting }) => (
          <Card key={id} heading={name}>
            {correcting ? texts.correcting(org.name) : texts.elsewhere(org.name)}
          </Card>
        ))}
      </View>
    </View>
  );
}
