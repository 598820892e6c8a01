import { Words } from '@niangjia/shared/clubs/club';
import { type Grade, grades } from '@niangjia/shared/clubs/policy';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { activityTexts as texts } from './activity.text.ts';
import type { Kept } from './anomalies.ts';
import type { Acts } from './useKeptActivity.ts';
import { WordsForm } from './WordsForm.tsx';

/** The grade beside the table's, and 作废: each with words, one of them open at a time. */
export function GradeCard({
  kept: { table, proposed, whyNotGrade },
  busy,
  acts,
}: {
  kept: Kept;
  busy: boolean;
  /** Absent for who only reads. */
  acts: Acts | undefined;
}) {
  const [doing, begin] = useState<{ move: Grade } | 'void'>();
  const order = (grade: Grade) => grades.indexOf(grade);
  const from = table?.grade;
  const moves = !whyNotGrade && from && !proposed ? (table?.besides ?? []) : [];
  const close = () => begin(undefined);
  const name = (grade: Grade) =>
    from && order(grade) < order(from) ? texts.higher(grade) : texts.lower(grade);
  return (
    <View>
      <Card heading={texts.grading}>
        {table ? (
          <View>
            <View className="club-name">
              {table.grade ? texts.byTable(table.grade, table.points) : texts.byTableNone}
            </View>
            <View className="small">{texts.rule(table.rule)}</View>
          </View>
        ) : (
          <View className="small">{texts.notCounted}</View>
        )}
        {acts && !doing ? (
          <View className="club-acts">
            {moves.map((grade) => (
              <Button key={grade} small onPress={() => begin({ move: grade })}>
                {name(grade)}
              </Button>
            ))}
            <Button small onPress={() => begin('void')}>
              {texts.voidIt}
            </Button>
          </View>
        ) : null}
        {!acts || !doing ? null : doing === 'void' ? (
          <WordsForm
            label={texts.voidWhy}
            example={texts.voidExample}
            send={texts.voidSend}
            schema={Words}
            busy={busy}
            onSend={acts.voidIt}
            onKeep={close}
          />
        ) : (
          <View>
            <View className="small club-said">{texts.moveNote}</View>
            <WordsForm
              label={texts.moveWhy}
              example={texts.moveExample}
              send={texts.moveSend(doing.move)}
              schema={Words}
              busy={busy}
              onSend={(words) => acts.propose(doing.move, words)}
              onKeep={close}
            />
          </View>
        )}
      </Card>
    </View>
  );
}
