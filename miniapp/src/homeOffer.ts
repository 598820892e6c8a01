import type { Role } from '@niangjia/shared/roles';
import type { Login } from './api/signIn.ts';
import { homeTexts as texts } from './home.text.ts';
import type { Standing } from './joining/standing.ts';
import type { ScreenName } from './screens.ts';

/** What somebody most likely came for. */
export interface Offer {
  readonly says: string;
  readonly note?: string;
  readonly button: string;
  readonly screen: ScreenName;
}

/** What a worker came for, by where their application stands; `begun` when a form waits on this phone. */
export function offerFor(standing: Standing, begun: boolean): Offer {
  switch (standing.status) {
    case 'submitted':
      return { says: texts.submitted, note: standing.org, button: texts.seeStatus, screen: 'status' };
    case 'approved':
      if (standing.membership === 'suspended') {
        return { says: texts.suspended, note: texts.suspendedNote, button: texts.resume, screen: 'consents' };
      }
      return { says: texts.approved, note: standing.org, button: texts.seeCard, screen: 'card' };
    case 'rejected':
      return { says: texts.rejected, note: standing.org, button: texts.mend, screen: 'status' };
    case 'left':
      return { says: texts.left, note: texts.leftNote, button: texts.joinAgain, screen: 'apply' };
    case 'withdrawn':
      return {
        says: texts.withdrawn,
        note: begun ? texts.begunNote : texts.noneNote,
        button: texts.apply,
        screen: 'apply',
      };
    case 'none':
      return begun
        ? { says: texts.begun, note: texts.begunNote, button: texts.goOn, screen: 'apply' }
        : { says: texts.none, note: texts.noneNote, button: texts.apply, screen: 'apply' };
  }
}

/** One place where staff work. */
export interface DeskEntry {
  readonly screen: ScreenName;
  readonly text: string;
  readonly org: { readonly id: string; readonly name: string };
}

const entries: readonly { role: Role; screen: ScreenName; text: string }[] = [
  { role: 'reviewer', screen: 'queue', text: texts.queue },
  { role: 'reviewer', screen: 'corrections', text: texts.corrections },
  { role: 'reviewer', screen: 'sessions', text: texts.sessions },
  { role: 'reviewer', screen: 'findMember', text: texts.findMember },
  { role: 'auditor', screen: 'callBacks', text: texts.callBacks },
  { role: 'auditor', screen: 'decisions', text: texts.decisions },
  { role: 'auditor', screen: 'disclosures', text: texts.disclosures },
  { role: 'auditor', screen: 'paces', text: texts.paces },
  { role: 'auditor', screen: 'sessions', text: texts.sessions },
  { role: 'venueKeeper', screen: 'keptDay', text: texts.keptDay },
  { role: 'venueKeeper', screen: 'keptAppeals', text: texts.keptAppeals },
  { role: 'venueKeeper', screen: 'keptClosing', text: texts.keptClosing },
  { role: 'venueKeeper', screen: 'keptPhotos', text: texts.keptPhotos },
  { role: 'bankClerk', screen: 'bankCards', text: texts.bankCards },
  { role: 'clubReviewer', screen: 'keptActivities', text: texts.keptActivities },
  { role: 'clubReviewer', screen: 'keptClubs', text: texts.keptClubs },
  { role: 'clubReviewer', screen: 'redemptions', text: texts.redemptions },
  { role: 'clubReviewer', screen: 'keptWall', text: texts.keptWall },
  { role: 'finance', screen: 'redemptions', text: texts.payments },
  { role: 'finance', screen: 'clubFigures', text: texts.clubFigures },
];

/** Where somebody works for the union, for each org they act for; none for a worker. */
export function deskOf(staff: Login['staff']): readonly DeskEntry[] {
  return staff.flatMap(({ role, org }) =>
    entries.filter((entry) => entry.role === role).map(({ screen, text }) => ({ screen, text, org })),
  );
}
