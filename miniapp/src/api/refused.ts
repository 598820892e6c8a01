import { type Details, fieldText, type RefusalCode, refusalEntry, refusals } from '@niangjia/shared/refusal';
import { callTexts } from './api.text.ts';

/** What a screen is told when a call does not succeed: a refusal of the API, or that nothing answered. */
export type RefusedCode = RefusalCode | 'OFFLINE';

/** The next step a refusal offers; `screen` is a screen's name. Without a screen it means: try again here. */
export interface NextStep {
  readonly label: string;
  readonly screen?: string;
}

/** Facts beside the code: what somebody else had decided before, or what is free instead. */
type Facts = Readonly<Omit<Details, 'fields'>>;

/** An expected "no", ready to be shown in place. */
export class Refused extends Error {
  readonly code: RefusedCode;
  readonly next: NextStep | undefined;
  /** The sentence for each field that was refused, by its path in the input (`phone.number`). */
  readonly fields: Readonly<Record<string, string>>;
  readonly requestId: string | undefined;
  readonly details: Facts;

  constructor(
    code: RefusedCode,
    text: string,
    more: {
      next?: NextStep | undefined;
      fields?: Readonly<Record<string, string>>;
      requestId?: string | undefined;
      details?: Facts;
    } = {},
  ) {
    super(text);
    this.name = 'Refused';
    this.code = code;
    this.next = more.next;
    this.fields = more.fields ?? {};
    this.requestId = more.requestId;
    this.details = more.details ?? {};
  }
}

/** No answer came: no network, or it took too long. What was asked may have been done. */
export function offline(): Refused {
  return new Refused('OFFLINE', callTexts.offline, { next: { label: callTexts.again } });
}

interface ErrorBody {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly next?: NextStep;
  readonly details?: Readonly<Details>;
  readonly requestId?: string;
}

/** Reads the body of an answer that is not a success; whatever cannot be read is FAILED. */
export function readRefusal(body: unknown): Refused {
  const { code, message, next, details, requestId } = (
    typeof body === 'object' && body !== null ? body : {}
  ) as ErrorBody;
  const known: RefusalCode = typeof code === 'string' && code in refusals ? (code as RefusalCode) : 'FAILED';
  const fields = Object.entries(details?.fields ?? {}).map(([path, fault]) => [path, fieldText(fault)]);
  return new Refused(known, typeof message === 'string' ? message : refusalEntry(known).text, {
    next: next ?? refusalEntry(known).next,
    fields: Object.fromEntries(fields),
    requestId,
    details: details ?? {},
  });
}

/** Turns whatever was thrown into a refusal; a bug of ours is rethrown. */
export function asRefused(thrown: unknown): Refused {
  if (thrown instanceof Refused) return thrown;
  throw thrown;
}
