import type { MyClub } from './answers.ts';
import { ClubLine } from './ClubLine.tsx';
import { mineTexts as texts } from './mine.text.ts';

/** How somebody stands to a club, in a word. */
function badgeOf({ state, leads, asked }: MyClub): string | undefined {
  if (asked) return texts.asked;
  if (state !== 'active') return texts.states[state];
  return leads ? texts.leads : undefined;
}

/** Somebody's own clubs: what asks for them first. */
export function MyClubRows({ clubs }: { clubs: readonly MyClub[] }) {
  const weight = ({ asked, state, leads }: MyClub) =>
    asked || state === 'refused' ? 0 : leads ? 1 : state === 'active' ? 2 : 3;
  const sorted = [...clubs].sort((a, b) => weight(a) - weight(b));
  return (
    <>
      {sorted.map((club) => (
        <ClubLine key={club.id} club={club} short badge={badgeOf(club)} />
      ))}
    </>
  );
}
