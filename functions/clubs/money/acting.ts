import { release } from '@niangjia/shared/clubs/ledger';
import {
  type Act,
  type Acting,
  act,
  ledTo,
  type Redemption,
  type RedemptionState,
} from '@niangjia/shared/clubs/redemption';
import { Refusal } from '@niangjia/shared/refusal';
import type { RequestMark } from '@niangjia/shared/retry';
import { grantFor, type Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';
import { transact } from '../../table.ts';
import { judged } from '../judging.ts';
import { entryPut, latestOf } from '../ledgers.ts';
import { changeRedemption, redemptionPut } from '../redemptions.ts';
import { type RedemptionSubject, redemptionSubject } from './redemptionSubject.ts';

/** What staff do with a redemption, one step of its way. */

interface Wanted {
  readonly role: Acting['role'];
  /** Which act it is, of a redemption as it is then. */
  readonly what: (redemption: Redemption) => Act;
  readonly voucher?: string;
  readonly words?: string | undefined;
}
interface Asked {
  readonly staff: Staff;
  readonly request: RequestMark;
  readonly now: Instant;
}

/** The redemption one step further, where it is `subject`'s. */
function step({ redemption, leads, org }: RedemptionSubject, wanted: Wanted, asked: Asked): Redemption {
  const { role, voucher, words } = wanted;
  const { staff, request, now } = asked;
  const authority = grantFor(staff, [role], org.path)?.authority;
  const who = { by: staff.id, role, authority, leads, voucher, words };
  return act(redemption, wanted.what(redemption), who, request, now);
}

/** Where the request has led, the same whatever came after. */
function answer(redemption: Redemption, { request, now }: Asked): { state: RedemptionState } {
  const state = ledTo(redemption, request, now);
  if (!state) throw new Error('a request that was accepted is not remembered');
  return { state };
}

/** An act that leaves the points where they are. */
export async function advance(subject: RedemptionSubject, wanted: Wanted, asked: Asked) {
  const after = await changeRedemption(subject.redemption, (redemption) =>
    step({ ...subject, redemption }, wanted, asked),
  );
  return answer(after, asked);
}

/** An act that gives the points back: its step and the entry of the ledger are one transaction. */
export function giveBack(subject: RedemptionSubject, wanted: Wanted, asked: Asked) {
  const { id, club } = subject.redemption;
  const readNow = async () => {
    const again = await redemptionSubject({ redemption: id }, asked.staff.id);
    if (!again) throw new Refusal('NOT_FOUND');
    return again;
  };
  return judged(subject, readNow, async (seen) => {
    const after = step(seen, wanted, asked);
    if (after === seen.redemption) return answer(after, asked);
    const { points, fen, year, steps } = after;
    const { by, role, authority } = steps[steps.length - 1] ?? { by: asked.staff.id };
    const { state } = await latestOf(club.id, 'now');
    const entry = release(state, { redemption: id, points, fen, year }, { by, role, authority }, asked.now);
    await transact([redemptionPut(after), entryPut(entry)]);
    return answer(after, asked);
  });
}
