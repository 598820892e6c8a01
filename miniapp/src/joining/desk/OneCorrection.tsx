import { sayTime } from '@niangjia/shared/time';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeed } from '../../useDeed.ts';
import { CorrectionRivals, type Opened } from './CorrectionRivals.tsx';
import { correctionTexts as texts } from './corrections.text.ts';
import { correctionsApi } from './correctionsApi.ts';
import { sayPerson, spaced } from './sayCase.ts';
import './OneCorrection.scss';

type Identity = Opened['kept'];

function IdentityFacts({ one, beside }: { one: Identity; beside?: Identity }) {
  const facts = (of: Identity) =>
    [
      ['name', of.name],
      ['idNumber', spaced(of.idNumber)],
      ['person', sayPerson(of)],
      ['birthDate', of.birthDate],
    ] as const;
  const others = beside && new Map(facts(beside));
  return (
    <View>
      {facts(one).map(([fact, text]) => (
        <View key={fact} className={fact === 'name' || fact === 'idNumber' ? 'fact fact-strong' : 'fact'}>
          <Text className="fact-name">{texts.facts[fact]}</Text>
          <Text className="fact-text figures">{text}</Text>
          {others && others.get(fact) !== text ? <Badge tone="waiting">{texts.changed}</Badge> : null}
        </View>
      ))}
    </View>
  );
}

/** What is kept beside what is asked for; the document on the table says which is right. */
export function OneCorrection({
  one,
  onAgain,
  onDecided,
}: {
  one: Opened;
  /** Opens it again, when something about it has changed. */
  onAgain: () => void;
  onDecided: (outcome: 'approved' | 'rejected') => void;
}) {
  const [rejecting, reject] = useState(false);
  const [words, setWords] = useState(texts.suggested);
  const deed = useDeed();
  const { id } = one;
  const contested = one.rivals.length + one.elsewhere.length > 0;
  const decide = (
    ruling: { outcome: 'approved'; evidence: 'seenAtDesk' } | { outcome: 'rejected'; words: string },
  ) =>
    void deed.run(async () => {
      const { outcome } = await correctionsApi.decideCorrection({ id, ...ruling });
      onDecided(outcome);
    });
  return (
    <Desk
      title={texts.title}
      heading={texts.heading}
      current="corrections"
      action={
        rejecting ? undefined : (
          <View className="correction-acts">
            <Button busy={deed.busy} onPress={() => reject(true)}>
              {texts.reject}
            </Button>
            <Button
              kind="main"
              busy={deed.busy}
              whyNot={contested ? texts.contestedFirst : undefined}
              onPress={() => decide({ outcome: 'approved', evidence: 'seenAtDesk' })}
            >
              {texts.approve}
            </Button>
          </View>
        )
      }
    >
      <Notice refused={deed.refused} onNext={onAgain} />
      <View className="small correction-recorded">{texts.recorded}</View>
      <View className="correction-sides">
        <Card heading={texts.kept}>
          <IdentityFacts one={one.kept} />
        </Card>
        <Card heading={texts.asked} tone="waiting">
          <IdentityFacts one={one.asked} beside={one.kept} />
        </Card>
      </View>
      <Card>
        <View className="small">{texts.reason}</View>
        <View>{one.reason}</View>
        <View className="small figures">
          {texts.requested} {sayTime(one.requestedAt, Date.now())}
        </View>
      </Card>
      {contested ? <CorrectionRivals one={one} onVoided={onAgain} /> : null}
      {rejecting ? (
        <Card>
          <View className="correction-words">
            <Field
              label={texts.words}
              value={words}
              onType={setWords}
              longest={100}
              confirm="done"
              error={words.trim() === '' ? texts.wordsMissing : undefined}
            />
          </View>
          <View className="correction-acts">
            <Button onPress={() => reject(false)}>{texts.cancel}</Button>
            <Button
              kind="main"
              busy={deed.busy}
              whyNot={words.trim() === '' ? texts.wordsMissing : undefined}
              onPress={() => decide({ outcome: 'rejected', words: words.trim() })}
            >
              {texts.send}
            </Button>
          </View>
        </Card>
      ) : null}
    </Desk>
  );
}
