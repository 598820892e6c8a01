import type { AnswerOf, Contract, Endpoint, InputOf } from '@niangjia/shared/contract';
import type { RequestMark } from '@niangjia/shared/retry';
import type { OrgPath, Staff } from '@niangjia/shared/roles';
import type { Instant } from '@niangjia/shared/time';

/** What every handler is given: parsed input, who calls, which request this is, and when. */
export interface Call<E extends Endpoint> {
  readonly input: InputOf<E>;
  /** The caller's person id; empty where anyone may call. */
  readonly caller: string;
  /** When the caller's token was given, if it is a phone's. */
  readonly issuedAt: Instant;
  /** The web sign-in the caller came by; undefined from a phone. */
  readonly signIn: string | undefined;
  readonly request: RequestMark;
  readonly now: Instant;
}

/** Something that belongs to an org, so that a role can be checked against it. */
export interface Subject {
  readonly org: { readonly path: OrgPath };
}

export interface StaffCall<E extends Endpoint, S> extends Call<E> {
  readonly staff: Staff;
  readonly subject: S;
}

export type OpenHandler<E extends Endpoint> = (call: Call<E>) => Promise<AnswerOf<E>>;

/**
 * A staff operation: what it is about, and what to do. http.ts loads the subject beside the caller's
 * roles and refuses anybody without a fitting role at its org or above. `subject: 'each'` is for
 * operations on many subjects, whose rule checks the role for each.
 */
export interface StaffHandler<E extends Endpoint, S = Subject> {
  readonly subject: 'each' | ((input: InputOf<E>, caller: string) => Promise<(S & Subject) | undefined>);
  readonly handle: (call: StaffCall<E, S>) => Promise<AnswerOf<E>>;
}

/** Ties a staff handler to its endpoint so that input, subject and answer are checked by the compiler. */
export function staffHandler<E extends Endpoint, S>(
  _endpoint: E,
  handler: StaffHandler<E, S>,
): StaffHandler<E, S> {
  return handler;
}

type HandlerOf<E extends Endpoint> = E['who'] extends 'anyone' | 'signedIn'
  ? OpenHandler<E>
  : // biome-ignore lint/suspicious/noExplicitAny: each handler fixes its own subject type
    StaffHandler<E, any>;

/** A handler for every endpoint of a contract: a missing one does not compile. */
export type Handlers<C extends Contract> = { readonly [Name in keyof C]: HandlerOf<C[Name]> };
