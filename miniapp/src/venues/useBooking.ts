import type { Template } from '@niangjia/shared/messages/reminder';
import { useState } from 'react';
import { useReminder } from '../api/askToRemind.ts';
import { Refused } from '../api/refused.ts';
import { useDeed } from '../useDeed.ts';
import { type Chosen, insteadOf, type VenueDay } from './days.ts';
import { venuesApi } from './venuesApi.ts';

/** How far somebody is with a slot. */
export type Step =
  | { readonly is: 'asking' }
  | { readonly is: 'lost'; readonly instead: readonly Chosen[] }
  | { readonly is: 'booked'; readonly id: string; readonly state: 'confirmed' | 'pending' }
  | { readonly is: 'inLine'; readonly position: number };

/** What the API offers instead of a slot that somebody else just took; undefined for any other refusal. */
function offered(thrown: unknown, rooms: VenueDay['rooms']): Chosen[] | undefined {
  if (!(thrown instanceof Refused) || thrown.code !== 'SLOT_TAKEN') return undefined;
  const free = thrown.details.alternatives ?? [];
  return free.flatMap(({ room: id, start }) => {
    const room = rooms.find((other) => other.id === id);
    const slot = room?.slots.find((other) => other.start === start);
    return room && slot ? [{ room, slot }] : [];
  });
}

/** Booking a slot of a day, or another instead of it, or getting in line; `change` is the booking given up for it. */
export function useBooking(first: Chosen, day: VenueDay, change: string | undefined) {
  const [chosen, choose] = useState(first);
  const [step, setStep] = useState<Step>({ is: 'asking' });
  const deed = useDeed();
  const at = ({ room, slot }: Chosen) => ({ venue: day.venue.id, room: room.id, start: slot.start });
  const askToBook = useReminder();
  const askToWait = useReminder();
  // What was allowed with the tap that lost the slot counts all the same, for what is booked instead of it.
  const isAsked = step.is === 'lost' && !change;
  const bookIt = async (wanted: Chosen) => {
    if (change) return venuesApi.changeBooking({ id: change, ...at(wanted) });
    const word: Template[] = wanted.room.needsApproval ? ['decision'] : [];
    const remind = isAsked ? [] : await askToBook('bookingSoon', 'bookingOff', ...word);
    return venuesApi.bookSlot({ ...at(wanted), remind });
  };
  const book = (wanted: Chosen) =>
    deed.run(async () => {
      try {
        const answer = await bookIt(wanted);
        setStep({ is: 'booked', ...answer });
      } catch (thrown) {
        const instead = offered(thrown, day.rooms);
        if (!instead) throw thrown;
        setStep({ is: 'lost', instead });
      }
      choose(wanted);
    });
  const wait = () =>
    deed.run(async () => {
      const others: Template[] = isAsked ? [] : ['bookingSoon', 'bookingOff'];
      const remind = await askToWait('placeHeld', ...others);
      const { position } = await venuesApi.waitForSlot({ ...at(chosen), remind });
      setStep({ is: 'inLine', position });
    });
  return { chosen, step, deed, book, wait, instead: insteadOf(chosen, day.rooms) };
}
