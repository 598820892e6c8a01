import { sayYuan } from '../sayYuan.ts';
import { open } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Fact } from '../ui/Fact.tsx';
import { Sheet } from '../ui/Sheet.tsx';
import type { Line } from './answers.ts';
import { natureNames } from './names.text.ts';
import { sayLine, sayRedemption } from './sayLine.ts';
import { statementTexts as texts } from './statement.text.ts';
import { sayGrade } from './told.text.ts';

/** From people and nature to a grade, from a grade to points. */
function AwardFacts({ line }: { line: Line }) {
  const { headcount = 0, nature, grade, rule = 1, points = 0, setOff = 0 } = line;
  return (
    <>
      <Fact label={texts.headcount}>{texts.people(headcount)}</Fact>
      {nature ? <Fact label={texts.nature}>{natureNames[nature]}</Fact> : null}
      {grade ? <Fact label={texts.grade}>{texts.graded(sayGrade(grade), rule)}</Fact> : null}
      <Fact label={texts.points}>
        {setOff > 0 ? `${texts.gain(points)}，${texts.setOff(setOff)}` : texts.gain(points)}
      </Fact>
    </>
  );
}

/** From points to yuan, and where these are. */
function MoneyFacts({ line }: { line: Line }) {
  const { kind, points = 0, fen = 0, year, paidAt, words } = line;
  return (
    <>
      <Fact label={texts.money}>{texts.worth(points, sayYuan(fen))}</Fact>
      {year ? <Fact label={texts.year}>{texts.yearOf(year)}</Fact> : null}
      {kind === 'hold' ? (
        <Fact label={texts.state}>
          {paidAt ? `${sayRedemption(line)}，${texts.paidOn(paidAt)}` : sayRedemption(line)}
        </Fact>
      ) : null}
      {words ? <Fact label={texts.words}>{words}</Fact> : null}
    </>
  );
}

/** How one line of a statement was worked out. */
export function LineSheet({ line, onClose }: { line: Line; onClose: () => void }) {
  const { title, note } = sayLine(line);
  const { activity } = line;
  return (
    <Sheet title={title} onClose={onClose}>
      <Card heading={texts.how}>
        {line.kind === 'award' ? (
          <AwardFacts line={line} />
        ) : line.kind === 'reversal' ? (
          <Fact label={texts.words}>{note}</Fact>
        ) : (
          <MoneyFacts line={line} />
        )}
        <Fact label={texts.on}>{texts.day(line.at)}</Fact>
        <Fact label={texts.after}>
          {line.owed > 0 ? `${texts.gain(line.balance)}，${texts.owed(line.owed)}` : texts.gain(line.balance)}
        </Fact>
      </Card>
      <Button kind="main" onPress={onClose}>
        {texts.close}
      </Button>
      {activity ? (
        <Button kind="text" onPress={() => open('activity', { activity: activity.id })}>
          {texts.toActivity}
        </Button>
      ) : null}
    </Sheet>
  );
}
