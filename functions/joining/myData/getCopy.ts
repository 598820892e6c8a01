import type { AnswerOf } from '@niangjia/shared/contract';
import { MOST_IN_COPY } from '@niangjia/shared/joining/copyContract';
import type { myData } from '@niangjia/shared/joining/myDataContract';
import { messageEntry } from '@niangjia/shared/messages/message';
import { Template } from '@niangjia/shared/messages/reminder';
import { getAccount } from '../../accounts.ts';
import { clubsAt } from '../../clubRecords.ts';
import { commentsAt } from '../../commentsSaid.ts';
import type { OpenHandler } from '../../handler.ts';
import { latestMessages } from '../../inbox.ts';
import { decisionsAbout, disclosuresOf } from '../../records.ts';
import { staffRecord } from '../../staff.ts';
import { subscriptionOf } from '../../subscriptions.ts';
import { getPassage, getSession } from '../sessions.ts';
import { bookedBy, bookingsView, namesIn, noShowsView, withoutVoid } from './bookingsView.ts';
import { activitiesView, clubsView, commentsView, inClubs, partsIn } from './clubsView.ts';
import { accountView, askedView, decisionView, readingView, staffView } from './copyView.ts';
import { heldOf } from './held.ts';

type Copy = AnswerOf<typeof myData.getCopy>;

const remindersOf = (person: string): Promise<Copy['reminders']> =>
  Promise.all(
    Template.options.map(async (template) => ({
      template,
      left: (await subscriptionOf(person, template))?.left ?? 0,
    })),
  );

/** Somebody's ways through sessions; those they looked in at and did not apply from are not known here. */
async function passagesIn(codes: readonly string[], person: string): Promise<Copy['passages']> {
  const found = codes.map(async (code) => {
    const [passage, session] = await Promise.all([getPassage(code, person), getSession(code)]);
    return passage ? [{ ...passage, place: session?.place ?? '' }] : [];
  });
  return (await Promise.all(found)).flat();
}
const MOST_SESSIONS = 20;

/** The first so many. */
const most = <T>(all: readonly T[]) => all.slice(0, MOST_IN_COPY);

/** A copy of everything that is kept of the caller, opened with their own key and with nobody else's. */
export const getCopy: OpenHandler<typeof myData.getCopy> = async ({ caller, now }) => {
  const [held, history, readings, inbox, account, staff, reminders, booked, belonging] = await Promise.all([
    heldOf(caller, now),
    decisionsAbout(caller),
    disclosuresOf(caller),
    latestMessages(caller, MOST_IN_COPY + 1),
    getAccount(caller),
    staffRecord(caller),
    remindersOf(caller),
    bookedBy(caller),
    inClubs(caller),
  ]);
  const { view, key, application, correction } = held;
  const codes = [application, ...history].flatMap((from) => from?.session ?? []);
  const { calendar, appeals } = booked;
  const [names, stood, parts, clubs, comments, passages] = await Promise.all([
    namesIn(calendar),
    withoutVoid(calendar),
    partsIn(calendar),
    clubsAt(belonging.belongings.map(({ club }) => club)),
    commentsAt(belonging.said),
    passagesIn([...new Set(codes)].slice(0, MOST_SESSIONS), caller),
  ]);
  const bookings = bookingsView(stood, names);
  const noShows = noShowsView(calendar, appeals, names, key);
  const ofClubs = {
    clubs: clubsView(belonging.belongings, clubs),
    activities: activitiesView(parts),
    comments: commentsView(key, comments),
  };
  return {
    ...view,
    madeAt: now,
    correction: view.correction && correction && { ...view.correction, asked: askedView(key, correction) },
    history: most(history).map((record) => decisionView(key, record)),
    readings: most(readings).map(readingView),
    messages: most(inbox.messages).map(({ kind, at, booking, club }) => {
      const { title, text } = messageEntry(kind);
      return { at, title, text, booking, club };
    }),
    messagesReadUntil: inbox.readUntil || undefined,
    reminders,
    bookings: most(bookings),
    noShows: most(noShows),
    clubs: most(ofClubs.clubs),
    activities: most(ofClubs.activities),
    comments: most(ofClubs.comments),
    passages,
    account: account && accountView(key, caller, account),
    staff: staff && staffView(staff),
    further: [
      ...[history, readings, inbox.messages, bookings, noShows],
      ...[belonging.belongings, ofClubs.activities, belonging.said],
    ].some(({ length }) => length > MOST_IN_COPY),
  };
};
