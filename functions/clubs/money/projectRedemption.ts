import { paymentOf, type Redemption, type Step } from '@niangjia/shared/clubs/redemption';
import type { Message } from '@niangjia/shared/messages/message';
import type { Instant } from '@niangjia/shared/time';
import { getClub } from '../../clubRecords.ts';
import { tell } from '../../inbox.ts';
import { recordDecision } from '../../records.ts';
import { putRedemptionFact } from '../facts.ts';

/** What comes of a redemption: its leader is told each step, each is recorded, and the figures know how far it is. */

type Decision = Exclude<Step['to'], 'requested'>;
const kinds: Readonly<Record<Decision, Message['kind']>> = {
  reviewed: 'redemptionReviewed',
  paid: 'redemptionPaid',
  refused: 'redemptionRefused',
  returned: 'redemptionReturned',
  cancelled: 'redemptionCancelled',
};

/** The steps that staff took, each with the state it came from. */
const decisionsIn = ({ steps }: Redemption) =>
  steps.flatMap(({ to, ...step }, i) =>
    to === 'requested' ? [] : [{ ...step, to, from: steps[i - 1]?.to ?? 'requested' }],
  );

const recordStep = (
  { id, club, org, fen }: Redemption,
  { to, from, by, role, authority, at, voucher, words }: ReturnType<typeof decisionsIn>[number],
): Promise<void> =>
  recordDecision({
    ...{ kind: 'redemption', person: id, thing: `${club.name} ${fen / 100}` },
    ...{ org: { id: org.id, path: org.path, name: org.name }, by, role, authority, at, from, to },
    changes: Object.entries({ voucher, words }).flatMap(([field, after]) =>
      after === undefined ? [] : [{ field, before: '', after }],
    ),
  });

export async function projectRedemption(redemption: Redemption, now: Instant): Promise<void> {
  const { id, version, club, org, leader, state, points, fen, askedAt } = redemption;
  const payment = paymentOf(redemption);
  const fact = { id, version, club: club.id, clubName: club.name, org, state, points, fen, askedAt };
  await putRedemptionFact({ ...fact, paidAt: payment?.at, voucher: payment?.voucher });
  const decisions = decisionsIn(redemption);
  const last = decisions[decisions.length - 1];
  for (const decision of decisions) {
    const { to, at } = decision;
    const message = { kind: kinds[to], at, about: id, club: { club: club.id, name: club.name } };
    await tell(leader, message, now);
    await recordStep(redemption, decision);
    // Who leads the club by now hears of what is new, and not of what was before their time.
    const leads = decision === last ? (await getClub(club.id))?.leader : undefined;
    if (leads && leads !== leader) await tell(leads, message, now);
  }
}
