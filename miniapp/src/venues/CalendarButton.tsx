import type { SlotTime } from '@niangjia/shared/venues/room';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { addToCalendar } from './addToCalendar.ts';
import { sheetTexts as texts } from './day.text.ts';

const HALF_AN_HOUR = 30;

/** Puts a booking into the phone's calendar, with a reminder half an hour before. */
export function CalendarButton({
  id,
  room,
  venue,
  slot,
  small = false,
}: {
  id: string;
  room: string;
  venue: { readonly name: string; readonly address: string };
  slot: SlotTime;
  small?: boolean;
}) {
  const [added, setAdded] = useState(false);
  const add = async () => {
    const place = `${venue.name} ${venue.address}`;
    const { start, end } = slot;
    setAdded(await addToCalendar({ id, title: room, place, start, end, remind: HALF_AN_HOUR }));
  };
  return (
    <Button kind={small ? 'plain' : 'outline'} small={small} onPress={add}>
      {added ? texts.inCalendar : small ? texts.toCalendarSmall : texts.toCalendar}
    </Button>
  );
}
