import { isDeclared } from '../declared.ts';
import type { ShareCard } from '../pages.ts';
import { who } from '../phone.ts';
import { insideTap } from '../tapping.ts';
import { asking } from './asked.ts';
import { listening, tellListeners } from './listeners.ts';

/** What a person taps in WeChat's question, or why it does not open. */
export type Answer = 'accept' | 'reject' | keyof typeof notOpened;
const notOpened = {
  off: 'The main switch is switched off',
  late: 'can only be invoked by user TAP gesture.',
} as const;

/** What was done with the phone itself, for a test to look at; what the next scan reads, and what is answered. */
export const hand = {
  scans: [] as string[],
  /** What comes of it when WeChat is to ask for a subscribe message, until told otherwise. */
  answer: 'accept' as Answer,
  questions: [] as string[][],
  calls: [] as string[],
  /** Where the phone is; it would rather not say while there is nothing. */
  place: undefined as { latitude: number; longitude: number } | undefined,
  ways: [] as string[],
  calendar: [] as string[],
  pictures: [] as string[],
  /** The photos that are chosen next, as data addresses. */
  photos: [] as string[],
  /** How often the privacy contract was opened. */
  contracts: 0,
  /** What was sent with a page's own button. */
  cards: [] as (ShareCard | undefined)[],
};

function requireTap(): void {
  if (!insideTap()) throw new Error(notOpened.late);
}

async function tellWeChat(templates: string[]): Promise<void> {
  const asked = templates.map((template) =>
    fetch(`/consent?${new URLSearchParams({ who, template })}`, { method: 'POST' }),
  );
  await Promise.all(asked);
}

const files = new Map<string, string>();
const needPrivacy = listening('needPrivacy');

let hasAgreed = false;
/** The buttons with the open-type that agrees which were tapped, by their ids. */
const agreeing = new Set<string>();
/** WeChat looks whether it was such a button that somebody agreed with. */
export const noteAgreeing = (id: string): void => void agreeing.add(id);

/**
 * Runs what needs the privacy agreement, once for all given on this phone: the app's own question, or WeChat's,
 * which everybody here agrees to.
 */
export async function agreed<T>(referrer: string, act: () => T): Promise<T> {
  if (!hasAgreed)
    await new Promise<void>((resolve, reject) => {
      const answer = ({ event, buttonId = '' }: { event: string; buttonId?: string }) => {
        if (event === 'agree' && agreeing.has(buttonId)) resolve();
        else if (event !== 'exposureAuthorization') reject(new Error('privacy permission is not authorized'));
      };
      if (!tellListeners('needPrivacy', answer, { referrer })) resolve();
    });
  hasAgreed = true;
  return act();
}

/** What asks the person, or reaches out of the mini-program. */
export const people = {
  scanCode: asking('scanCode', () => {
    const result = hand.scans.shift();
    if (result === undefined) throw new Error('cancel');
    return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: '' };
  }),
  requestSubscribeMessage: asking('requestSubscribeMessage', async ({ tmplIds }: { tmplIds: string[] }) => {
    requireTap();
    hand.questions.push(tmplIds);
    const { answer } = hand;
    if (answer === 'off' || answer === 'late') throw new Error(notOpened[answer]);
    // WeChat itself is who knows of a consent, before the app does.
    if (answer === 'accept') await tellWeChat(tmplIds);
    return Object.fromEntries(tmplIds.map((id) => [id, answer]));
  }),
  makePhoneCall: asking('makePhoneCall', ({ phoneNumber }: { phoneNumber: string }) => {
    hand.calls.push(phoneNumber);
    return {};
  }),
  getLocation: asking('getLocation', ({ type }: { type?: string }) =>
    agreed('getLocation', () => {
      if (!isDeclared('getLocation')) throw new Error('must be declared in requiredPrivateInfos');
      if (!hand.place || type !== 'gcj02') throw new Error('auth deny');
      return hand.place;
    }),
  ),
  openLocation: asking('openLocation', ({ name }: { name: string }) => {
    hand.ways.push(name);
    return {};
  }),
  addPhoneCalendar: asking('addPhoneCalendar', ({ title }: { title: string }) =>
    agreed('addPhoneCalendar', () => {
      hand.calendar.push(title);
      return {};
    }),
  ),
  previewImage: asking('previewImage', ({ urls }: { urls: string[] }) => {
    hand.pictures.push(...urls);
    return {};
  }),
  saveImageToPhotosAlbum: asking('saveImageToPhotosAlbum', ({ filePath }: { filePath: string }) =>
    agreed('saveImageToPhotosAlbum', () => {
      if (!files.has(filePath)) throw new Error('file not found');
      hand.pictures.push(filePath);
      return {};
    }),
  ),
  getFileSystemManager: () => ({
    writeFileSync: (path: string, data: string) => void files.set(path, data),
  }),
  vibrateShort: asking('vibrateShort', () => ({})),
  openPrivacyContract: asking('openPrivacyContract', () => {
    hand.contracts += 1;
    return {};
  }),
  onNeedPrivacyAuthorization: needPrivacy.on,
};
