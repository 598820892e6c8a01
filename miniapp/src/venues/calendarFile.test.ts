import { HOUR, instantOf } from '@niangjia/shared/time';
import { expect, it } from 'vitest';
import { calendarFile } from './calendarFile.ts';

it('is what calendars read', () => {
  const start = instantOf('2026-11-25', '19:30');
  const coming = {
    id: 'abc',
    title: '乒乓球 1 号台',
    place: '新街口职工之家，西城区新街口北大街 3 号; 二层, 左手边的乒乓球室',
    start,
    end: start + HOUR,
    remind: 30,
  };
  const file = calendarFile(coming, instantOf('2026-11-24', '08:00'));
  const lines = file.replace(/\r\n /g, '').split('\r\n');
  expect(lines).toContain('DTSTART:20261125T113000Z');
  expect(lines).toContain('DTEND:20261125T123000Z');
  expect(lines).toContain('DTSTAMP:20261124T000000Z');
  expect(lines).toContain('SUMMARY:乒乓球 1 号台');
  expect(lines).toContain('LOCATION:新街口职工之家，西城区新街口北大街 3 号\\; 二层\\, 左手边的乒乓球室');
  expect(lines).toContain('TRIGGER:-PT30M');
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
