import { useRef, useState } from 'react';
import { asRefused, type Refused } from './api/refused.ts';

/** Something a person does with a tap: whether it is under way, and why it was refused. */
export interface Deed {
  readonly busy: boolean;
  readonly refused: Refused | undefined;
  /** Does it; a second tap while it is under way does nothing. Answers whether it succeeded. */
  readonly run: (act: () => Promise<void>) => Promise<boolean>;
  /** Takes the refusal off the screen. */
  readonly clear: () => void;
}

/** One deed of a screen. */
export function useDeed(): Deed {
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const underWay = useRef(false);
  const run = async (act: () => Promise<void>) => {
    if (underWay.current) return false;
    underWay.current = true;
    setBusy(true);
    setRefused(undefined);
    try {
      await act();
      return true;
    } catch (thrown) {
      setRefused(asRefused(thrown));
      return false;
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return { busy, refused, run, clear: () => setRefused(undefined) };
}
