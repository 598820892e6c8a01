import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Dump, StoredItem } from './dump.ts';

/**
 * Two runs of one request from one starting point, made comparable. What was there at the start is
 * compared as it is; of what is new, only this is set aside:
 * - the moment it happened: the runs happen one after the other;
 * - the bytes of ciphertexts: the nonce is random. That they open is seen through the API;
 * - the passing keys: made by whoever comes first in a week;
 * - the number on a new card, and the divisions' counters: a number drawn and not used leaves a gap,
 *   which the rules allow and count. That no number is used twice is checked apart (faultsOfState);
 * - the id of a new person and the text of tokens: random.
 */

const isMoment = (number: number) => number > 1.6e9;

/** Everything that was there at the start. */
export function valuesOf(before: Dump): ReadonlySet<string> {
  const values = new Set<string>();
  const note = (value: AttributeValue | undefined): void => {
    if (!value) return;
    if (value.S !== undefined) values.add(value.S);
    if (value.N !== undefined) values.add(value.N);
    if (value.B !== undefined) values.add(Buffer.from(value.B).toString('base64'));
    for (const part of value.L ?? []) note(part);
    for (const part of Object.values(value.M ?? {})) note(part);
  };
  for (const { item } of before.values()) for (const value of Object.values(item)) note(value);
  return values;
}

const newText = (text: string, known: ReadonlySet<string>, people: ReadonlyMap<string, string>) => {
  if (known.has(text)) return text;
  if (/^[\w-]{40,}$/.test(text)) return `sealed, ${text.length} characters`;
  let told = text.replace(/^\d{12}$/, 'CARD').replace(/\b\d{15}\b/g, 'TIME');
  for (const [id, label] of people) told = told.replaceAll(id, label);
  return told;
};

/** Labels for the people who are new, the same in every run: by what they have, since their ids are random. */
function labelled(after: Dump, before: Dump): ReadonlyMap<string, string> {
  const ids = [...after]
    .filter(([id, { item }]) => !before.has(id) && item.wrapped && item.pk?.S?.startsWith('PERSON#'))
    .map(([, { item }]) => String(item.pk?.S).slice('PERSON#'.length));
  const has = (id: string) =>
    [...after.values()]
      .filter(({ item }) => item.pk?.S === `PERSON#${id}` || item.person?.S === id)
      .map(({ item }) => `${item.pk?.S?.replace(id, 'ID')} ${item.sk?.S} ${Object.keys(item).sort()}`)
      .sort()
      .join('\n');
  const inOrder = ids.map((id) => [has(id), id] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(inOrder.map(([, id], i) => [id, `PERSON${i}`]));
}

/** What is left of a number's claims when everybody is out says the same as nothing. */
const isNobodysClaim = (item: StoredItem) =>
  item.sk?.S === 'CLAIMS' && item.claimants === undefined && item.member === undefined;

/** A dump as sorted lines, with what may differ set aside. */
export function normalisedDump(after: Dump, before: Dump): string[] {
  const known = valuesOf(before);
  const people = labelled(after, before);
  const plain = (value: AttributeValue): unknown => {
    if (value.S !== undefined) return newText(value.S, known, people);
    if (value.N !== undefined)
      return isMoment(Number(value.N)) && !known.has(value.N) ? 'TIME' : Number(value.N);
    if (value.B !== undefined) {
      const bytes = Buffer.from(value.B).toString('base64');
      return known.has(bytes) ? bytes : `sealed, ${value.B.length} bytes`;
    }
    if (value.SS) return [...value.SS].sort();
    if (value.L) return value.L.map(plain);
    if (value.M) return fields(value.M);
    return value.BOOL ?? null;
  };
  const fields = (map: Record<string, AttributeValue>) =>
    Object.fromEntries(
      Object.entries(map)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => [name, plain(value)]),
    );
  return [...after.values()]
    .filter(({ item: { pk } }) => !pk?.S?.startsWith('DIVISION#') && pk?.S !== 'PASSING')
    .filter(({ item }) => !isNobodysClaim(item))
    .map(({ item }) => JSON.stringify(fields(item)))
    .sort();
}

/** An answer with the moment, tokens, sealed texts and new card numbers set aside. */
export function normalisedAnswer(body: unknown, known: ReadonlySet<string> = new Set()): unknown {
  return JSON.parse(
    JSON.stringify(body, (name, value: unknown) => {
      if (name === 'requestId') return undefined;
      if (typeof value === 'number') return isMoment(value) && !known.has(String(value)) ? 'TIME' : value;
      if (typeof value !== 'string' || known.has(value)) return value;
      if (/^[\w-]{40,}$|^[\w-]+\.[\w-]+\.[\w-]+$/.test(value)) return `sealed, ${value.length} characters`;
      if (/^[\w-]{22}(\.\d+)?$/.test(value)) return 'ID';
      // A comment is named by its moment too.
      if (/^\d{13}\.[\w-]{22}$/.test(value)) return 'TIME.ID';
      return value.replace(/^\d{12}$/, 'CARD');
    }),
  );
}

/** Where a WeChat account and the person it leads to do not name each other, or disagree on a freeze. */
function faultsOfAccounts(items: readonly StoredItem[]): string[] {
  const logins = items.filter(({ sk }) => sk?.S === 'LOGIN');
  const accounts = items.filter(({ sk }) => sk?.S === 'ACCOUNT');
  const pairs = logins.filter(({ pk, person, frozenAt }) =>
    accounts.some(
      (account) =>
        account.pk?.S === `PERSON#${person?.S}` &&
        pk?.S === `OPENID#${account.openidHash?.S}` &&
        (account.frozenAt === undefined) === (frozenAt === undefined),
    ),
  );
  return pairs.length === logins.length && pairs.length === accounts.length
    ? []
    : [`${logins.length} logins, ${accounts.length} accounts, ${pairs.length} that name each other`];
}

/**
 * What must hold of any state, whatever happened: each card number is one person's and was drawn from
 * its counter, each ID number has at most one membership, which is claimed, and each WeChat account and
 * its person name each other.
 */
export function faultsOfState(state: Dump): string[] {
  const items = [...state.values()].map(({ item }) => item);
  const faults = faultsOfAccounts(items);
  const members = new Map<string, string>();
  const cards = new Map<string, string>();
  for (const item of items.filter(({ sk }) => sk?.S === 'APPLICATION')) {
    const person = String(item.pk?.S).slice('PERSON#'.length);
    const card = item.cardNumber?.S;
    if (card && cards.has(card)) faults.push(`card ${card} is two people's`);
    if (card) {
      cards.set(card, person);
      const counter = items.find(({ pk }) => pk?.S === `DIVISION#${card.slice(0, 6)}`);
      if (Number(card.slice(6)) > Number(counter?.last?.N ?? 0)) faults.push(`card ${card} was never drawn`);
    }
    if (item.status?.S !== 'approved' || item.membership?.S === 'left') continue;
    const hash = String(item.idHash?.S);
    if (members.has(hash)) faults.push('two memberships under one ID number');
    members.set(hash, person);
    const claims = items.find(({ pk }) => pk?.S === `CLAIMS#${hash}`);
    if (!claims?.claimants?.SS?.includes(person)) faults.push('a membership without its claim');
    if (claims?.member?.S !== person) faults.push('a membership that does not hold its place');
  }
  return faults;
}
