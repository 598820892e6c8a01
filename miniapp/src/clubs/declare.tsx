import { natures } from '@niangjia/shared/clubs/policy';
import { fieldText, refusalEntry } from '@niangjia/shared/refusal';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { replaceWith } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Chips } from '../ui/Chips.tsx';
import { choicesOf } from '../ui/choicesOf.ts';
import { Empty } from '../ui/Empty.tsx';
import { Field, FieldFrame } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { WhenField } from '../ui/WhenField.tsx';
import { WordsField } from '../ui/WordsField.tsx';
import { useAnswer } from '../useAnswer.ts';
import type { ActivityAnswer, Statement } from './answers.ts';
import { clubsApi } from './clubsApi.ts';
import { declareTexts as texts } from './declare.text.ts';
import { planOf } from './declarePlan.ts';
import { Elsewhere } from './Elsewhere.tsx';
import { moneyApi } from './moneyApi.ts';
import { natureNames } from './names.text.ts';
import { RoomChoice } from './RoomChoice.tsx';
import { natureNotes } from './told.text.ts';
import { useDeclaring } from './useDeclaring.ts';
import { Worth } from './Worth.tsx';
import './club.scss';
import './declare.scss';

type Declaring = ReturnType<typeof useDeclaring>;

/** Where it is, and when; of one that was sent back these stay. */
function WhereAndWhen({ declaring }: { declaring: Declaring }) {
  const { draft, fill, faults, wrongTimes, tried, turn } = declaring;
  const timed = draft.where !== undefined;
  const error = wrongTimes && refusalEntry(wrongTimes).text;
  return (
    <Card>
      <FieldFrame label={texts.where} error={tried && !draft.where ? fieldText('CHOICE') : undefined}>
        <Chips
          label={texts.where}
          choices={choicesOf(texts.places)}
          chosen={draft.where}
          onChoose={(where) => fill({ where })}
        />
      </FieldFrame>
      {timed ? (
        <WhenField
          label={texts.day}
          kind="date"
          value={draft.day}
          onChoose={(day) => fill({ day, slots: [] })}
          error={draft.where === 'room' ? error : undefined}
        />
      ) : null}
      {draft.where === 'room' ? <RoomChoice draft={draft} turn={turn} onChange={fill} /> : null}
      {draft.where === 'room' && tried && draft.slots.length === 0 ? (
        <View className="field-error">{texts.roomFirst}</View>
      ) : null}
      {draft.where === 'elsewhere' ? (
        <View>
          <View className="declare-times">
            <WhenField
              label={texts.start}
              kind="time"
              value={draft.start}
              onChoose={(start) => fill({ start })}
            />
            <WhenField
              label={texts.end}
              kind="time"
              value={draft.end}
              onChoose={(end) => fill({ end })}
              error={error}
            />
          </View>
          <Elsewhere draft={draft} error={faults.place} onChange={fill} />
        </View>
      ) : null}
    </Card>
  );
}

function Form({ statement, returned }: { statement: Statement; returned: ActivityAnswer | undefined }) {
  const declaring = useDeclaring(statement.club.id, returned);
  const { draft, fill, faults, tried, deed, submit } = declaring;
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="main" busy={deed.busy} onPress={submit}>
          {deed.busy ? texts.submitting : texts.submit}
        </Button>
      }
    >
      <View className="declare-head">
        <View className="title">{returned ? texts.headlineMend : texts.headline}</View>
        <View className="small">
          {returned?.said?.words ? texts.said(returned.said.words) : texts.note(statement.club.name)}
        </View>
      </View>
      <Card>
        <Field
          label={texts.name}
          value={draft.title}
          onType={(title) => fill({ title })}
          placeholder={texts.nameExample}
          longest={30}
          error={faults.title}
        />
        <FieldFrame
          label={texts.nature}
          hint={draft.nature ? natureNotes[draft.nature] : texts.natureFirst}
          error={tried && !draft.nature ? fieldText('CHOICE') : undefined}
        >
          <Chips
            label={texts.nature}
            choices={natures.map((value) => ({ value, text: natureNames[value] }))}
            chosen={draft.nature}
            onChoose={(nature) => fill({ nature })}
          />
        </FieldFrame>
      </Card>
      {returned ? (
        <Card>
          <View>{texts.stays}</View>
        </Card>
      ) : (
        <WhereAndWhen declaring={declaring} />
      )}
      <Card>
        <Field
          label={texts.expected}
          value={draft.expected}
          onType={(expected) => fill({ expected: expected.replace(/\D/g, '') })}
          keyboard="number"
          longest={4}
          end={<View className="small">{texts.expectedUnit}</View>}
          error={tried && Number.isNaN(planOf(draft).expected) ? fieldText('REQUIRED') : faults.expected}
        />
        <WordsField
          label={texts.words}
          value={draft.words}
          onType={(words) => fill({ words })}
          placeholder={texts.wordsExample}
          longest={200}
          error={faults.words}
        />
      </Card>
      <Worth draft={draft} grading={statement.grading} />
      <Notice refused={deed.refused} onNext={submit} />
    </Screen>
  );
}

async function begun(club: string, activity: string) {
  const returned = activity ? await clubsApi.getActivity({ activity }) : undefined;
  const statement = await moneyApi.getStatement({ club: club || (returned?.activity.club.id ?? '') });
  return { statement, returned };
}

/** A leader declares an activity, with a room of a house where they want one; or mends one that was sent back. */
export default function DeclarePage() {
  const { club = '', activity = '' } = useRouter().params;
  const asked = useAnswer(() => begun(club, activity), `${club} ${activity}`);
  const { answer } = asked;
  if (answer?.statement.leads) return <Form {...answer} />;
  return (
    <Screen title={texts.title}>
      <Notice refused={asked.refused} onNext={asked.again} />
      {answer ? (
        <Empty
          text={texts.notYours}
          note={texts.notYoursNote}
          next={texts.back}
          onNext={() => replaceWith('club', { club: answer.statement.club.id })}
        />
      ) : asked.refused ? null : (
        <View>
          <Skeleton lines={[60, 90]} />
          <Skeleton lines={[60, 90, 90]} />
        </View>
      )}
    </Screen>
  );
}
