import { DAY } from '@niangjia/shared/time';
import { useRef, useState } from 'react';
import { knownLogin } from '../api/signIn.ts';
import { forget, keep, kept } from '../kept.ts';

const KEPT_FOR = 7 * DAY;

/**
 * What somebody is writing, kept on this phone under their id until it is handed in, so that leaving and coming back
 * loses nothing; a week untouched and it is forgotten. `fresh` is what it begins with, and what an older draft lacks.
 */
export function useDraft<T extends object>(name: string, fresh: T) {
  const key = `draft.clubs.${knownLogin()?.person.id ?? ''}.${name}`;
  const [draft, setDraft] = useState<T>(() => {
    const found = kept<{ draft: Partial<T>; at: number }>(key);
    return found && Date.now() - found.at < KEPT_FOR ? { ...fresh, ...found.draft } : fresh;
  });
  const latest = useRef(draft);
  const fill = (change: Partial<T>) => {
    latest.current = { ...latest.current, ...change };
    keep(key, { draft: latest.current, at: Date.now() });
    setDraft(latest.current);
  };
  return { draft, fill, end: () => forget(key) };
}
