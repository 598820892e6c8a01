import { orgs } from '@niangjia/shared/cast';
import { type Attendee, checkIn, count, newAttendee, say, signUp } from '@niangjia/shared/clubs/attendance';
import type { Club } from '@niangjia/shared/clubs/club';
import { clubs } from '@niangjia/shared/clubs/contract';
import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { clubMoney } from '@niangjia/shared/clubs/moneyContract';
import { firstClubsPolicy as policy } from '@niangjia/shared/clubs/policy';
import { DAY, dayOf, HOUR, type Instant, MINUTE } from '@niangjia/shared/time';
import { getActivity, putActivity } from '../functions/clubs/activities.ts';
import { putAttendee } from '../functions/clubs/attendees.ts';
import { takePart } from '../functions/clubs/takingPart.ts';
import { callAs } from './client.ts';
import { somebody } from './demoAudit.ts';
import { castPerson, crowdPerson, daysAgo } from './demoClubPeople.ts';
import { activityOf } from './demoClubsPast.ts';

/** What goes on with the demo's clubs: ahead, going on, waiting for staff. */

const people = () =>
  Promise.all([castPerson('linxiu'), castPerson('zhaomin'), ...[5, 6, 7, 8, 9].map(crowdPerson)]);

/** Tomorrow's, which staff have agreed to and people sign up for; and one that waits for staff. Through the API. */
export async function declareAhead(
  api: string,
  reading: Club,
  basketball: Club,
  now: Instant,
): Promise<void> {
  const [liuyu, hanlei] = [await callAs(api, 'liuyu'), await callAs(api, 'hanlei')];
  const { activities } = await liuyu(clubs.listActivities, { club: reading.id });
  const start = daysAgo(now, -1, '14:00');
  if (activities.some((activity) => activity.start === start)) return;
  const place = { place: '新街口职工之家 阅览室', latitude: 39.9421, longitude: 116.3699 };
  const { id: activity } = await liuyu(clubs.declareActivity, {
    ...{ club: reading.id, title: '《人生海海》读书分享会', nature: 'acrossUnions' },
    ...{ start, end: start + 2 * HOUR, ...place, expected: 25 },
    words: '每人五分钟，说说打动您的一段。带孩子也欢迎。',
  });
  const fangling = await callAs(api, 'fangling');
  await fangling(clubDesk.decideActivity, { activity, approved: true });
  const linxiu = await callAs(api, 'linxiu');
  const crowd = await Promise.all([5, 6, 7].map((number) => somebody(api, number)));
  for (const member of [linxiu, ...crowd.map(({ worker }) => worker)])
    await member(clubs.signUp, { activity });
  const saturday = daysAgo(now, -8, '09:30');
  await hanlei(clubs.declareActivity, {
    ...{
      club: basketball.id,
      title: '冬季半场赛',
      nature: 'street',
      start: saturday,
      end: saturday + 3 * HOUR,
    },
    ...{ place: '官园公园篮球场', latitude: 39.9322, longitude: 116.3586, expected: 40 },
    words: '八支队伍，现场抽签，请裁判两名。',
  });
}

/** Yesterday evening's, which asks its people today; the tick does so. */
export async function holdYesterday(club: Club, now: Instant): Promise<void> {
  const start = daysAgo(now, 1, '18:30');
  const id = `h${dayOf(start).replaceAll('-', '')}pQzR6dVx9wYbN`;
  if (await getActivity(id)) return;
  const what = { id, title: '读书会：冬天的一本书', nature: 'acrossUnions', start } as const;
  const activity = activityOf(club, what, { status: 'held', heldAt: start - 10 * MINUTE });
  await putActivity(activity, policy);
  for (const [i, person] of (await people()).entries()) {
    const at = start + (i - 3) * 2 * MINUTE;
    const come = (seen: Attendee): Attendee => ({
      ...checkIn(signUp(seen, start - 2 * DAY), { where: 'near', metres: 15 + i }, at),
      version: seen.version + 1,
    });
    await takePart(activity, person, come, at);
  }
}

/** One that was reported and counted, with what a reviewer has to look at: two were far away, one says they were not there. */
export async function countWithAnomalies(club: Club, now: Instant): Promise<string> {
  const id = 'c1KmT0pQzR6dVx9wYbNs3Q';
  if (await getActivity(id)) return id;
  const start = daysAgo(now, 5, '19:00');
  const came = [...(await people()), await crowdPerson(1), await crowdPerson(2)];
  const attendees = came.map((person, i): Attendee => {
    const where =
      i >= 7 ? ({ where: 'far', metres: 3_400 + i } as const) : ({ where: 'near', metres: 20 } as const);
    const there = checkIn(signUp(newAttendee(id, person), start - DAY), where, start + i * MINUTE);
    return { ...say(there, i !== 6, start + DAY), version: 1 };
  });
  const counted = count(attendees, [], policy, start + 2 * DAY);
  const what = { id, title: '城市漫步：护国寺一带', nature: 'acrossUnions', start } as const;
  const times = { heldAt: start - 5 * MINUTE, reportedAt: start + 4 * HOUR, askedAt: start + 14 * HOUR };
  await putActivity(activityOf(club, what, { status: 'reported', ...times, counted }), policy);
  for (const attendee of attendees) await putAttendee(attendee);
  return id;
}

/** A second club is asked for; and the district has a budget. Through the API. */
export async function askAndBudget(api: string, now: Instant): Promise<void> {
  const linxiu = await callAs(api, 'linxiu');
  const name = '新街口光影社';
  const { clubs: mine } = await linxiu(clubs.listMyClubs, {});
  const words = '用手机拍身边的劳动者，每月办一次小展。';
  if (!mine.some((club) => club.name === name))
    await linxiu(clubs.registerClub, { name, category: 'photo', words });
  const majun = await callAs(api, 'majun');
  const [org, year] = [orgs.xicheng.id, dayOf(now).slice(0, 4)];
  const { budget } = await majun(clubMoney.getClubFigures, { org, year });
  if (budget === undefined) await majun(clubMoney.setClubBudget, { org, year, fen: 6_000_000 });
}
