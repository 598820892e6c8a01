import { View } from '@tarojs/components';
import { goBack, open } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { spoken } from '../../ui/press.ts';
import { Row } from '../../ui/Row.tsx';
import { settleTexts, caseTexts as texts } from './case.text.ts';
import './CaseResults.scss';
import { type Case, personOf } from './sayCase.ts';
import type { Results } from './useCase.ts';

type Decided = NonNullable<Results[number]['decided']>;

function sayDecided({ outcome, cardNumber }: Decided): string {
  if (outcome === 'approved')
    return texts.approved(cardNumber?.replace(/^(\d{4})(\d{2})(\d{6})$/, '$1 $2 $3'));
  return outcome === 'rejected' ? texts.rejected : texts.voided;
}

/** What came of the decision, a line for each, and the way to the next person. */
export function CaseResults({ results, cases }: { results: Results; cases: readonly Case[] }) {
  const all = results.every(({ decided }) => decided);
  // Who has no phone takes the card along on paper.
  const helped = cases.find(
    ({ id, helpedBy }) =>
      helpedBy && results.some((one) => one.id === id && one.decided?.outcome === 'approved'),
  );
  const nameOf = (id: string) => {
    const one = cases.find((other) => other.id === id);
    return one ? [one.name, one.phone].filter(Boolean).join(' · ') : '';
  };
  return (
    <View {...spoken('status')}>
      <Card heading={settleTexts.results} tone={all ? 'done' : 'wrong'}>
        {results.map(({ id, decided, refused }) => (
          <Row key={id} title={decided ? sayDecided(decided) : (refused?.message ?? '')} note={nameOf(id)} />
        ))}
      </Card>
      <View className="case-next">
        {helped ? (
          <Button onPress={() => open('printCard', { id: personOf(helped.id) })}>{texts.print}</Button>
        ) : null}
        <Button kind="main" onPress={goBack}>
          {texts.backToQueue}
        </Button>
      </View>
    </View>
  );
}
