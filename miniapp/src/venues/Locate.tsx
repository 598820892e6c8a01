import type { Point } from '@niangjia/shared/venues/distance';
import { useState } from 'react';
import { Row } from '../ui/Row.tsx';
import { whereAmI } from '../whereAmI.ts';
import { listTexts as texts } from './list.text.ts';

/** Asks where the phone is, in a tap, and says what came of it. */
export function Locate({ onHere }: { onHere: (here: Point) => void }) {
  const [state, setState] = useState<'ask' | 'asking' | 'untold'>('ask');
  const ask = async () => {
    setState('asking');
    const here = await whereAmI();
    if (here) onHere(here);
    else setState('untold');
  };
  const asking = state === 'asking';
  return (
    <Row
      title={asking ? texts.locating : texts.byDistance}
      note={state === 'untold' ? texts.untold : texts.byDistanceNote}
      end="›"
      {...(asking ? {} : { onPress: ask })}
    />
  );
}
