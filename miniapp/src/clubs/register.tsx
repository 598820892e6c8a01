import { type Category, ClubFacts } from '@niangjia/shared/clubs/club';
import { faultsOf } from '@niangjia/shared/faults';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useReminder } from '../api/askToRemind.ts';
import { goBack, replaceWith } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Chips } from '../ui/Chips.tsx';
import { choicesOf } from '../ui/choicesOf.ts';
import { Field, FieldFrame } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { WordsField } from '../ui/WordsField.tsx';
import { useAnswer } from '../useAnswer.ts';
import { useDeed } from '../useDeed.ts';
import type { ClubAnswer } from './answers.ts';
import { clubsApi } from './clubsApi.ts';
import { categoryNames } from './names.text.ts';
import { registerTexts as texts } from './register.text.ts';
import { useDraft } from './useDraft.ts';
import './register.scss';

interface Typed {
  readonly name: string;
  readonly category: Category | undefined;
  readonly words: string;
}

/** What is typed of a club: a new one, or what is to be changed of one there is. */
function Form({ there }: { there: ClubAnswer | undefined }) {
  const club = there?.club;
  const { draft, fill, end } = useDraft<Typed>(`club.${club?.id ?? 'new'}`, {
    name: club?.name ?? '',
    category: club?.category,
    words: club?.words ?? '',
  });
  const [tried, setTried] = useState(false);
  const deed = useDeed();
  const askToRemind = useReminder();
  const faults = tried ? faultsOf(ClubFacts, draft) : {};
  const mends = club?.state === 'refused';
  const submit = async () => {
    const { category, ...typed } = draft;
    if (!category || Object.keys(faultsOf(ClubFacts, draft)).length > 0) return setTried(true);
    const facts = { ...typed, category };
    if (club) {
      const changed = await deed.run(
        async () => void (await clubsApi.changeClub({ club: club.id, ...facts })),
      );
      if (changed) {
        end();
        goBack();
      }
      return;
    }
    const remind = await askToRemind('decision');
    await deed.run(async () => {
      const { id } = await clubsApi.registerClub({ ...facts, remind });
      end();
      replaceWith('club', { club: id });
    });
  };
  const [says, going] = club && !mends ? [texts.save, texts.saving] : [texts.submit, texts.submitting];
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="main" busy={deed.busy} onPress={submit}>
          {deed.busy ? going : says}
        </Button>
      }
    >
      <View className="register-head">
        <View className="title">
          {mends ? texts.headlineMend : club ? texts.headlineChange : texts.headline}
        </View>
        <View className="small">
          {mends ? texts.said(there?.said?.words ?? '') : club ? texts.noteChange : texts.note}
        </View>
      </View>
      <Notice refused={deed.refused} onNext={submit} />
      <Card>
        <Field
          label={texts.name}
          value={draft.name}
          onType={(name) => fill({ name })}
          placeholder={texts.nameExample}
          longest={20}
          error={deed.refused?.fields.name ?? faults.name}
        />
        <FieldFrame label={texts.category} error={faults.category}>
          <Chips
            label={texts.category}
            choices={choicesOf(categoryNames)}
            chosen={draft.category}
            onChoose={(category) => fill({ category })}
          />
        </FieldFrame>
        <WordsField
          label={texts.words}
          value={draft.words}
          onType={(words) => fill({ words })}
          placeholder={texts.wordsExample}
          longest={200}
          error={deed.refused?.fields.words ?? faults.words}
        />
      </Card>
    </Screen>
  );
}

/** Asks for a club of one's union; with `club`, changes what one there is says of itself, or mends what was refused. */
export default function RegisterPage() {
  const { club = '' } = useRouter().params;
  const asked = useAnswer(async () => (club ? clubsApi.getClub({ club }) : undefined), club);
  if (!club || asked.answer) return <Form there={asked.answer} />;
  return (
    <Screen title={texts.title}>
      <Notice refused={asked.refused} onNext={asked.again} />
      {asked.refused ? null : <Skeleton lines={[40, 90, 60, 90]} />}
    </Screen>
  );
}
