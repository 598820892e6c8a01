import * as v from 'valibot';
import { Count, code, list, text } from '../bounds.ts';
import { endpoint } from '../contract.ts';
import { Cursor, Id, Sealed } from '../ids.ts';
import { GuestCard } from './guest.ts';

const who = { staff: ['venueKeeper'] } as const;
const cardRefusals = ['CARD_OVER', 'CARD_UNKNOWN', 'LEADER_ELSEWHERE', 'OWN_GROUP'] as const;

/** Groups that have a standing place in venues, as keepers register them. */
export const groups = {
  listKeptUnions: endpoint({
    route: 'GET /kept-unions',
    summary: 'The unions that take members, at an org and below it: those that have groups.',
    who,
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({ unions: list(v.object({ id: Id, name: text(100) }), 25), cursor: Cursor }),
    refusals: [],
  }),
  listKeptGroups: endpoint({
    route: 'GET /kept-groups',
    summary: "A union's groups and who leads each, masked.",
    who,
    repeat: 'safe',
    input: v.object({ org: Id, cursor: Cursor }),
    output: v.object({
      groups: list(
        v.object({
          id: Id,
          name: text(40),
          leader: v.optional(text(40)),
          /** Names what was seen: a leader is named only while it is still so. */
          seen: Count,
        }),
        25,
      ),
      cursor: Cursor,
    }),
    refusals: [],
  }),
  seeLeader: endpoint({
    route: 'POST /kept-groups/guests',
    summary: "Whose card it is, masked, and whether they can lead a union's group.",
    who,
    repeat: 'safe',
    input: v.object({ org: Id, card: GuestCard }),
    output: v.object({
      /** Stands for them for a few minutes. */
      guest: Sealed,
      name: v.optional(text(40)),
      why: v.optional(code(/^[A-Z_]+$/, 40)),
    }),
    refusals: ['CARD_OVER', 'CARD_UNKNOWN', 'TOO_MANY_GUESSES'],
  }),
  registerGroup: endpoint({
    route: 'POST /kept-groups',
    summary: 'Registers a group of a union with its leader, who books for it weekly and is told.',
    who,
    repeat: 'key',
    input: v.object({
      org: Id,
      name: v.pipe(text(40), v.trim(), v.minLength(2, 'TOO_SHORT')),
      guest: Sealed,
    }),
    output: v.object({ id: Id }),
    refusals: cardRefusals,
  }),
  nameLeader: endpoint({
    route: 'POST /kept-groups/{group}/leader',
    summary: 'Names another leader of a group; both are told.',
    who,
    repeat: 'key',
    input: v.object({ group: Id, guest: Sealed, seen: Count }),
    output: v.object({ id: Id }),
    refusals: [...cardRefusals, 'GROUP_CHANGED', 'TOO_OFTEN'],
  }),
};
