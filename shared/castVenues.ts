/** The cast's venues, for tests and for the demo: none of them is real. The doors' codes are fixed, so that a test can scan them. */
import { orgs } from './cast.ts';
import type { Hours, Room } from './venues/room.ts';
import type { Venue } from './venues/venue.ts';

const room = (of: Pick<Room, 'id' | 'name' | 'kind' | 'door'> & Partial<Room>): Room => ({
  slotMinutes: 60,
  capacity: 1,
  daysAhead: 7,
  opensAtHour: 8,
  audience: { occupations: [] },
  needsApproval: false,
  ...of,
});

const daily = (from: string, until: string): Hours => Array.from({ length: 7 }, () => [{ from, until }]);

const orgRef = ({ id, name, path, division }: (typeof orgs)[keyof typeof orgs]) => ({
  id,
  name,
  path,
  division,
});

const venue = (of: Omit<Venue, 'version' | 'closedDays' | 'accepted'>): Venue => ({
  version: 1,
  closedDays: [],
  accepted: [],
  ...of,
});

export const castVenues = {
  xinjiekouHome: venue({
    id: 'iT15iupLkzGaOo_coMkeQg',
    org: orgRef(orgs.xinjiekouJoint),
    name: '新街口职工之家',
    address: '西城区新街口北大街 3 号二层',
    latitude: 39.9421,
    longitude: 116.3699,
    phone: '010-66000001',
    words: '打球请穿软底鞋，球拍在前台借。阅览室可以自带水杯。',
    hours: daily('09:00', '21:00'),
    rooms: [
      room({
        id: 'rauAa2mGJ3VnSdBBtaNbAQ',
        name: '乒乓球 1 号台',
        kind: 'court',
        door: 'VgFomaDz1vPPYB7KgVQNGg',
      }),
      room({
        id: 'Y1jY8v-qzbNPcmCfMemY9g',
        name: '乒乓球 2 号台',
        kind: 'court',
        door: 'qKjtnPuX7_WId7VCFJ4Emg',
      }),
      room({
        id: 'vDs9U3W0pf9K7gPrI9DlIg',
        name: '乒乓球 3 号台',
        kind: 'court',
        door: '5X6nfqsfTfB2OkvXjG5m6Q',
      }),
      room({
        id: 'Y2QJNphRUXitL3TILdaSAg',
        name: '阅览室',
        kind: 'reading',
        slotMinutes: 120,
        capacity: 12,
        door: 'M0lVX_QNkJinqqlJz5stBw',
      }),
      room({
        id: 'DfZLm4R53oNmatQPVBxqMQ',
        name: '会议室',
        kind: 'meeting',
        needsApproval: true,
        door: 'a6LGKj0itulXPUdvyPGd5A',
      }),
    ],
  }),
  xichengPalace: venue({
    id: 'ZFH1LUh2HBil0kSYG4owCw',
    org: orgRef(orgs.xicheng),
    name: '西城区工人文化宫',
    address: '西城区德胜门内大街 12 号',
    latitude: 39.9456,
    longitude: 116.3768,
    phone: '010-66000002',
    words: '琴房里请勿饮食，走时请关灯。',
    // Closed on Mondays.
    hours: daily('10:00', '20:00').map((spans, weekday) => (weekday === 1 ? [] : spans)),
    rooms: [
      room({ id: 'he4-lC9L2xaGfwsL5cDzMg', name: '琴房 1', kind: 'studio', door: 'KFx0ouDSyf4OyAiV1RTaJw' }),
      room({ id: 'XEvt0wGB5IVh8OKAvisZPg', name: '琴房 2', kind: 'studio', door: 'wGo2rLaQ8pQv474oXwvXQQ' }),
      room({
        id: '4YyKDx-m51QHv6gUnZLGdg',
        name: '舞蹈室',
        kind: 'activity',
        capacity: 20,
        door: 'xaFQ-VW9LQLIbZ1AGX9HmQ',
      }),
    ],
  }),
  zhongguancunHome: venue({
    id: '7-ZifBIX7magubmPa0DUjg',
    org: orgRef(orgs.zhongguancunJoint),
    name: '中关村骑手之家',
    address: '海淀区中关村大街 28 号',
    latitude: 39.9812,
    longitude: 116.3147,
    phone: '010-62000003',
    words: '微波炉、饮水机、药箱在门口，随时可用，不用订。',
    hours: daily('08:00', '22:00'),
    rooms: [
      room({
        id: 't0jtXHT_U2-jBzL9577GBg',
        name: '骑手休息室',
        kind: 'activity',
        slotMinutes: 30,
        capacity: 8,
        audience: { occupations: ['courier', 'foodRider'] },
        door: 'hgJeWumbLepW9XQf1HDLhw',
      }),
      room({ id: 'l0b1PLAEjxYmf_ngxOjXLw', name: '台球桌', kind: 'court', door: 'amPrtQpKqs6wWXbiD62kFA' }),
    ],
  }),
};
