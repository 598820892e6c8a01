import { Button } from '../ui/Button.tsx';
import { deskTexts as texts } from './desk.text.ts';

/** Shows what comes after the rows that are there; where none was wanted so far, goes on looking. */
export function More({
  list: { readOn, busy },
  found,
}: {
  list: { readonly readOn: (() => void) | undefined; readonly busy: boolean };
  /** How many rows there are so far; unknown until the first page is there. */
  found: number | undefined;
}) {
  if (!readOn) return null;
  return (
    <Button kind="text" busy={busy} onPress={readOn}>
      {found === 0 ? texts.goOn : texts.more}
    </Button>
  );
}
