import { cellTexts as texts } from './day.text.ts';
import type { SlotView } from './days.ts';

/** How a slot looks in the grid, and what it says. */
export interface Cell {
  readonly look: 'free' | 'mine' | 'waiting' | 'off';
  readonly text: string;
}

const off = (text: string): Cell => ({ look: 'off', text });

/** A slot as its cell shows it; `capacity` tells whether the number of places is worth saying. */
export function cellOf(slot: SlotView, capacity: number): Cell {
  switch (slot.state) {
    case 'mine':
      return { look: 'mine', text: texts.mine };
    case 'pending':
      return { look: 'waiting', text: texts.pending };
    case 'offered':
      return { look: 'waiting', text: texts.offered };
    case 'waiting':
      return { look: 'waiting', text: texts.position(slot.position ?? 1) };
    case 'closed':
      return off(texts.closed);
    case 'taken':
      if (slot.why === 'SLOT_PAST') return off(texts.begun);
      return off(slot.waiting > 0 ? texts.inLine(slot.waiting) : texts.taken);
    case 'free': {
      if (slot.why === 'SLOT_PAST') return off(texts.begun);
      if (slot.why === 'SLOT_TOO_SOON') return off(texts.tooSoon);
      if (slot.why === 'SLOT_NOT_OPEN') return off(texts.notOpen);
      if (slot.why === 'ELSEWHERE_THEN') return off(texts.elsewhere);
      const text = capacity > 1 ? texts.places(slot.free) : texts.free;
      return slot.why ? off(text) : { look: 'free', text };
    }
  }
}
