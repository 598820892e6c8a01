import { gradeOf, pointsOf } from '@niangjia/shared/clubs/grading';
import { View } from '@tarojs/components';
import type { Statement } from './answers.ts';
import { declareTexts as texts } from './declare.text.ts';
import { type ActivityDraft, planOf } from './declarePlan.ts';
import { natureNames } from './names.text.ts';
import { sayGrade } from './told.text.ts';

/** What an activity of this nature would bring, if as many come as are expected: the rule, asked before the tap. */
export function Worth({ draft, grading }: { draft: ActivityDraft; grading: Statement['grading'] }) {
  const { nature, expected } = planOf(draft);
  if (!nature || Number.isNaN(expected)) return null;
  const grade = gradeOf(nature, expected, grading);
  return (
    <View className="declare-worth">
      <View className="heading">
        {grade
          ? texts.worth(expected, natureNames[nature], sayGrade(grade), pointsOf(grade, grading))
          : texts.tooFew(grading.bands[0] ?? 1)}
      </View>
      <View className="small">{texts.worthNote}</View>
    </View>
  );
}
