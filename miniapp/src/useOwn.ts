import { useDidShow } from '@tarojs/taro';
import { api } from './api.ts';
import { type DeskEntry, deskOf, type Offer, offerFor } from './homeOffer.ts';
import { draftOf, hasBegun } from './joining/draft.ts';
import { learn } from './joining/standing.ts';
import { type Asked, useAnswer } from './useAnswer.ts';

/** What a person finds of their own: what they most likely came for, and where they work for the union. */
interface Own {
  readonly offer: Offer;
  readonly desk: readonly DeskEntry[];
}

async function ownNow(): Promise<Own> {
  const { person, staff } = await api.login();
  const standing = await api.getMyApplication();
  learn(person.id, standing.status);
  return { offer: offerFor(standing, hasBegun(draftOf(person.id))), desk: deskOf(staff) };
}

/** The same for a tab, which stays open: asked again whenever it is shown. */
export function useOwn(): Asked<Own> {
  const asked = useAnswer(ownNow, 'own');
  useDidShow(() => {
    if (asked.answer) asked.again();
  });
  return asked;
}
