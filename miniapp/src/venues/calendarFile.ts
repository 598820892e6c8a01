import type { Instant } from '@niangjia/shared/time';

/** Something to come, for a calendar. */
export interface Coming {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly start: Instant;
  readonly end: Instant;
  /** How long before it one wants to be told, in minutes. */
  readonly remind: number;
}

const utc = (at: Instant) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\n/g, '\\n');

// RFC 5545 wants lines of at most 75 bytes; a Chinese character has three.
const folded = (line: string) => (line.match(/.{1,24}/gu) ?? []).join('\r\n ');

/** A calendar file (RFC 5545) with one thing in it; `now` is when it was made. */
export function calendarFile({ id, title, place, start, end, remind }: Coming, now: Instant): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//niangjia//venues//ZH',
    'BEGIN:VEVENT',
    `UID:${id}@niangjia`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(start)}`,
    `DTEND:${utc(end)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(place)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:-PT${remind}M`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** H5: hands the browser a calendar file, which the phone's or the desk's calendar opens. */
export function saveCalendarFile(coming: Coming): void {
  const url = URL.createObjectURL(new Blob([calendarFile(coming, Date.now())], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${coming.title}.ics`;
  link.click();
  // The browser reads it after the click; it needs no more than a moment.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
