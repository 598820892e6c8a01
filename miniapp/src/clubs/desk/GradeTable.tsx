import { type ClubNumbers, type Grade, grades, type Nature, natures } from '@niangjia/shared/clubs/policy';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Chips } from '../../ui/Chips.tsx';
import { press } from '../../ui/press.ts';
import { natureNames } from '../names.text.ts';
import { clubPolicyTexts as texts } from './policy.text.ts';
import './GradeTable.scss';

/** A size of an activity in words: from so many people, to fewer than the next. */
const sayBand = (bands: readonly number[], place: number) => texts.band(bands[place] ?? 0, bands[place + 1]);

/** The table of grades by nature and size. Where it can be changed, a press on a cell opens the grades for it. */
export function GradeTable({
  numbers: { bands, table },
  before,
  onChange,
}: {
  numbers: Pick<ClubNumbers, 'bands' | 'table'>;
  /** What it was, so that what differs can be seen. */
  before?: ClubNumbers['table'] | undefined;
  onChange?: ((nature: Nature, place: number, grade: Grade) => void) | undefined;
}) {
  const [at, choose] = useState<{ nature: Nature; place: number }>();
  const name = (nature: Nature, place: number) => texts.cell(natureNames[nature], sayBand(bands, place));
  const isAt = (nature: Nature, place: number) => at?.nature === nature && at.place === place;
  return (
    <View>
      <View className="small">{texts.tableNote(bands[0] ?? 0)}</View>
      {onChange ? <View className="small">{texts.changeCell}</View> : null}
      <View className="grades figures">
        <View className="grades-line grades-head">
          <View className="grades-nature">{texts.nature}</View>
          {bands.map((from, place) => (
            <View key={from} className="grades-cell">
              {sayBand(bands, place)}
            </View>
          ))}
        </View>
        {natures.map((nature) => (
          <View key={nature} className="grades-line">
            <View className="grades-nature">{natureNames[nature]}</View>
            {table[nature].map((grade, place) => {
              const was = before?.[nature][place];
              const differs = was !== undefined && was !== grade;
              const classes = ['grades-cell', 'grades-grade'];
              if (isAt(nature, place)) classes.push('grades-here');
              if (differs) classes.push('grades-changed');
              return (
                <View
                  // biome-ignore lint/suspicious/noArrayIndexKey: the sizes stay in their order
                  key={place}
                  className={classes.join(' ')}
                  {...press(onChange ? () => choose({ nature, place }) : undefined, {
                    label: `${name(nature, place)} ${texts.grade(grade)}`,
                  })}
                >
                  {grade}
                  {differs ? <View className="small grades-was">{was}</View> : null}
                </View>
              );
            })}
          </View>
        ))}
      </View>
      {at && onChange ? (
        <View className="grades-choice">
          <View className="club-name">{name(at.nature, at.place)}</View>
          <Chips
            label={name(at.nature, at.place)}
            choices={grades.map((value) => ({ value, text: texts.grade(value) }))}
            chosen={table[at.nature][at.place]}
            onChoose={(grade) => onChange(at.nature, at.place, grade)}
          />
        </View>
      ) : null}
    </View>
  );
}
