import { View } from '@tarojs/components';
import { open } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useDeed } from '../useDeed.ts';
import type { ClubAnswer } from './answers.ts';
import { clubTexts as texts } from './club.text.ts';
import { clubsApi } from './clubsApi.ts';

/** That somebody is asked to lead the club from now on, and their yes. */
function Asked({ club, onChanged }: { club: string; onChanged: () => void }) {
  const deed = useDeed();
  const take = async () => {
    if (await deed.run(async () => void (await clubsApi.takeLead({ club })))) onChanged();
  };
  return (
    <Card tone="waiting" heading={texts.asked}>
      <View>{texts.askedNote}</View>
      <Notice refused={deed.refused} onNext={onChanged} />
      <View className="club-buttons">
        <Button kind="main" busy={deed.busy} onPress={take}>
          {texts.take}
        </Button>
      </View>
    </Card>
  );
}

/** What stands above a club's page: that it waits, is to be mended or is over; whom somebody is asked to follow. */
export function ClubState({ there, onChanged }: { there: ClubAnswer; onChanged: () => void }) {
  const { club, leads, asked, said, successor } = there;
  if (asked) return <Asked club={club.id} onChanged={onChanged} />;
  if (club.state === 'active')
    return successor ? (
      <Card tone="waiting">
        <View>{texts.successor(successor.name ?? texts.somebody, successor.at, Date.now())}</View>
        <View className="small">{texts.successorNote}</View>
      </Card>
    ) : null;
  const { heading, note } = texts.states[club.state];
  return (
    <Card tone={club.state === 'applied' ? 'waiting' : 'wrong'} heading={heading}>
      {said?.words ? <View>{texts.said(said.words, said.office ?? '')}</View> : null}
      {note ? <View className="small">{note}</View> : null}
      {leads && club.state === 'refused' ? (
        <View className="club-buttons">
          <Button kind="main" onPress={() => open('registerClub', { club: club.id })}>
            {texts.mend}
          </Button>
        </View>
      ) : null}
    </Card>
  );
}
