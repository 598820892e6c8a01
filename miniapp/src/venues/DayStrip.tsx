import { instantOf, sayDate } from '@niangjia/shared/time';
import { Strip } from '../ui/Strip.tsx';
import { dayTexts as texts } from './day.text.ts';

/** The days one can look at, in a line that moves sideways. */
export function DayStrip({
  days,
  chosen,
  onChoose,
}: {
  days: readonly string[];
  chosen: string;
  onChoose: (day: string) => void;
}) {
  const choices = days.map((day) => ({ value: day, text: sayDate(instantOf(day, '00:00'), Date.now()) }));
  return <Strip label={texts.day} choices={choices} chosen={chosen} onChoose={onChoose} />;
}
