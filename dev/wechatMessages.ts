import { releasedPages } from './releasedPages.ts';

/** The stand-in's templates: WeChat's id, and the fields that a message of it must have. */
export const standInTemplates = {
  decision: 'stand-in-template-decision-0000000000000000',
  bankCard: 'stand-in-template-bank-card-000000000000000',
  placeHeld: 'stand-in-template-place-held-00000000000000',
  bookingSoon: 'stand-in-template-booking-soon-000000000000',
  bookingOff: 'stand-in-template-booking-off-0000000000000',
  activity: 'stand-in-template-activity-000000000000000000',
} as const;
const said = ['thing1', 'phrase2', 'time3', 'thing4'];
const fields: Record<string, readonly string[]> = {
  [standInTemplates.decision]: said,
  [standInTemplates.bankCard]: said,
  [standInTemplates.placeHeld]: said,
  [standInTemplates.bookingSoon]: said,
  [standInTemplates.bookingOff]: said,
  [standInTemplates.activity]: said,
};

/** What may stand in a field, by its kind, as WeChat's documentation has it. */
const kinds: Record<string, RegExp> = {
  thing: /^[^\n]{1,20}$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  time: /^(\d{4}年\d{1,2}月\d{1,2}日 )?\d{1,2}:\d{2}$/,
};

/** A message that arrived on somebody's phone. */
export interface Arrived {
  readonly touser: string;
  readonly template_id: string;
  readonly page: string | undefined;
  readonly data: Record<string, { value: string }>;
}

type Body = Record<string, unknown>;

function fits(data: unknown, template: string): data is Arrived['data'] {
  const given = (data ?? {}) as Record<string, { value?: unknown } | undefined>;
  const names = fields[template] ?? [];
  return (
    Object.keys(given).length === names.length &&
    names.every((name) => {
      const value = given[name]?.value;
      return typeof value === 'string' && kinds[name.replace(/\d+$/, '')]?.test(value);
    })
  );
}

/** Consents, a count for each openid and template, and what was sent on them. */
export class Subscriptions {
  readonly #left = new Map<string, number>();
  readonly #arrived: Arrived[] = [];

  /** The phone's owner accepted once more; or, with 0, took everything back in WeChat's settings. */
  accept(openid: string, template: string, times = 1): void {
    const key = `${openid} ${template}`;
    this.#left.set(key, times === 0 ? 0 : (this.#left.get(key) ?? 0) + times);
  }

  /** Sends, or gives WeChat's error code. */
  send({ touser, template_id: template, page, data }: Body): 0 | 40003 | 40037 | 41030 | 43101 | 47003 {
    if (typeof touser !== 'string' || touser === '') return 40003;
    if (typeof template !== 'string' || !fields[template]) return 40037;
    if (page !== undefined && !releasedPages.includes(String(page).split('?')[0] ?? '')) return 41030;
    const key = `${touser} ${template}`;
    const left = this.#left.get(key) ?? 0;
    if (left === 0) return 43101;
    if (!fits(data, template)) return 47003;
    this.#left.set(key, left - 1);
    this.#arrived.push({ touser, template_id: template, page: page as string | undefined, data });
    return 0;
  }

  arrivedFor(openid: string): Arrived[] {
    return this.#arrived.filter(({ touser }) => touser === openid);
  }
}
