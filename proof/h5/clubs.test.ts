import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type CastName, orgs } from '@niangjia/shared/cast';
import { castVenues } from '@niangjia/shared/castVenues';
import { tellingJpeg } from '@niangjia/shared/photos/dirtied';
import { DAY, dayOf, HOUR, type Instant, instantOf, MINUTE, SECOND } from '@niangjia/shared/time';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { becomeMember } from '../../dev/demoApplications.ts';
import type { Stack } from '../../dev/stack.ts';
import { openidOf } from '../../dev/wechatCodes.ts';
import { onTheMap } from '../../miniapp/src/gcj02.ts';
import type { Guard } from '../openApi/guard.ts';
import type { Actor } from '../world.ts';
import { startGuarded } from './guarded.ts';
import { button, openWindow, sees } from './window.ts';

/**
 * A club's year: what lies behind is lived through the functions at its own time, what is now in real windows, with the
 * leader and those who take part on phones, and the street and the district at desks.
 */

let stack: Stack;
let guard: Guard;
let browser: Browser;
type Window = Awaited<ReturnType<typeof openWindow>>;
let liuyu: Window;
let linxiu: Window;
let street: Window;
let district: Window;
let club: string;

const home = castVenues.xinjiekouHome;
const here = { latitude: home.latitude, longitude: home.longitude };
const farAway = { latitude: 39.99, longitude: 116.3 };
const midnight = (days: number) => instantOf(dayOf(Date.now() + days * DAY), '00:00');
const tomorrow = dayOf(Date.now() + DAY);
/** Reading yesterday evening: its people are asked today. */
const evening = midnight(-1) + 19 * HOUR;
const askedAt = midnight(0) + 9 * HOUR;
const photo = Buffer.from(
  tellingJpeg('N39.9421', 1, readFileSync(new URL('../../dev/pictures/reading.jpg', import.meta.url))),
);

/** Who lives the year: made once what of the functions writes beside the stack has its environment. */
interface Cast {
  readonly leader: Actor;
  readonly reviewer: Actor;
  readonly guests: readonly Actor[];
  readonly linxiu: Actor;
}
let people: Cast;

/** Lives something at a time that is past or to come. */
async function at<T>(time: Instant, act: () => Promise<T>): Promise<T> {
  vi.setSystemTime(time);
  try {
    return await act();
  } finally {
    vi.useRealTimers();
  }
}
const body = async <T>(reply: Promise<{ body: T; refusal: { code: string } | undefined }>): Promise<T> => {
  const { body: answer, refusal } = await reply;
  if (refusal) throw new Error(refusal.code);
  return answer;
};
const tickAt = async (time: Instant) => {
  const { tick } = await import('../../functions/clubs/tick.ts');
  await at(time, () => tick(time));
};

interface Held {
  readonly title: string;
  readonly start: Instant;
  readonly who: readonly Actor[];
  /** How many of them are not near. */
  readonly far?: number;
}

/** An activity from its declaration to its last check-in, each at its time; its id. */
async function held({ title, start, who, far = 0 }: Held): Promise<string> {
  const { leader, reviewer } = people;
  const plan = { title, nature: 'acrossUnions', start, end: start + 2 * HOUR, expected: who.length } as const;
  const place = { place: home.name, ...here, words: '每人读一段，说说感想。' };
  const { id } = await at(start - 7 * DAY, () =>
    body(leader.call('declareActivity', { club, ...plan, ...place })),
  );
  await at(start - 6 * DAY, () => body(reviewer.call('decideActivity', { activity: id, approved: true })));
  for (const [i, guest] of who.entries()) {
    const arrives = start - 5 * MINUTE + i * 20 * SECOND;
    await at(arrives, async () => {
      const { code } = await body(leader.call('showCode', { activity: id }));
      await body(guest.call('checkInToActivity', { code, ...(i < far ? farAway : here) }));
    });
  }
  return id;
}

/** An activity of long ago, with its report, its answers, its count and its grade. */
async function lived(plan: Held): Promise<void> {
  const id = await held(plan);
  const { leader, reviewer, guests } = people;
  const [{ getPost, putPost }, { getActivity }] = await Promise.all([
    import('../../functions/clubs/posts.ts'),
    import('../../functions/clubs/activities.ts'),
  ]);
  const activity = await getActivity(id);
  if (!activity) throw new Error('no activity');
  const { org, title, start, place } = activity;
  const kept = {
    id: 'a'.repeat(22),
    type: 'image/jpeg',
    width: 24,
    height: 16,
    words: '',
    by: leader.id,
  } as const;
  await at(start + 3 * HOUR, async () => {
    await putPost({
      ...{ id, version: 1, club: activity.club, org, leader: leader.id, title, start, place, words: '' },
      ...{ photos: [{ ...kept, at: Date.now() }], state: 'draft', likes: 0, comments: 0 },
    });
    await body(leader.call('reportActivity', { activity: id, words: '读完了一章，大家都说了感想。' }));
  });
  expect((await getPost(id))?.state).toBe('waiting');
  const asked = instantOf(dayOf(start + DAY), '09:00');
  await tickAt(asked);
  await at(asked + HOUR, () => body((guests[0] ?? leader).call('sayPresence', { activity: id, was: true })));
  await tickAt(asked + DAY + 2 * MINUTE);
  await at(asked + 2 * DAY, async () => {
    const { table } = await body(reviewer.call('getKeptActivity', { activity: id }));
    const graded = { activity: id, club, as: 'table', seen: table?.grade } as const;
    await body(reviewer.call('gradeActivity', graded));
  });
}

beforeAll(async () => {
  ({ stack, guard, browser } = await startGuarded({ h5: 'built', demo: 'people' }));
  Object.assign(process.env, stack.environment);
  const { api, h5 } = stack.addresses;
  for (const who of ['liuyu', 'linxiu'] as const) await becomeMember(api, who);
  const { personOf } = await import('../../functions/accounts.ts');
  const { actingFor, staffActor } = await import('../world.ts');
  const { member } = await import('../venues/house.ts');
  const actor = async (name: CastName) => {
    const id = await personOf(openidOf(name));
    return { id, call: actingFor(id) };
  };
  people = {
    leader: await actor('liuyu'),
    linxiu: await actor('linxiu'),
    reviewer: await staffActor('fangling'),
    guests: await Promise.all(Array.from({ length: 30 }, (_, i) => member(2_000 + i))),
  };
  const open = (who: CastName, size: 'phone' | 'desk') => openWindow(browser, h5, api, who, size);
  [liuyu, linxiu, street, district] = await Promise.all([
    open('liuyu', 'phone'),
    open('linxiu', 'phone'),
    open('fangling', 'desk'),
    open('majun', 'desk'),
  ]);
});
afterAll(async () => {
  vi.useRealTimers();
  await Promise.all([browser?.close(), stack?.stop()]);
});

it('a member asks for a club, and the street agrees', async () => {
  await liuyu.go('/clubs/member/list');
  await liuyu.tap(button(liuyu, '办一个社团'));
  await liuyu.type('名称', '喜阅社');
  await liuyu.tap(liuyu.page.getByRole('radio', { name: '读书' }));
  await liuyu.type('做什么，谁可以来', '每周三晚上一起读书，喜欢读书的都可以来。');
  await liuyu.picture('clubs-1-register');
  await liuyu.tap(button(liuyu, '交给工会审核'));
  await sees(liuyu, '等工会审核');
  await street.go('/clubs/desk/clubs');
  await sees(street, '1 个社团等您审核');
  await street.picture('clubs-2-applied');
  await street.tap(button(street, '喜阅社 同意'));
  await sees(street, '✓ 喜阅社 同意了，已经告诉负责人');
  await liuyu.go('/clubs/member/mine');
  await liuyu.tap(button(liuyu, /喜阅社/));
  await sees(liuyu, '还没有接下来的活动');
  club = new URLSearchParams(new URL(liuyu.page.url()).hash.split('?')[1]).get('club') ?? '';
  expect(club).toMatch(/^[\w-]{22}$/);
});

it('its year so far: read together in spring, summer and autumn, and graded', async () => {
  const { guests } = people;
  await lived({ title: '春日共读《人世间》', start: midnight(-240) + 14 * HOUR, who: guests.slice(0, 30) });
  await lived({ title: '夏夜诗会', start: midnight(-150) + 19 * HOUR, who: guests.slice(0, 12) });
  await lived({ title: '秋日共读《平凡的世界》', start: midnight(-60) + 14 * HOUR, who: guests });
  await liuyu.go(`/clubs/member/statement?club=${club}`);
  // 30 people of several unions are a B twice, twelve a C.
  await sees(liuyu, '160');
  await sees(liuyu, '春日共读《人世间》');
  await liuyu.picture('clubs-3-year');
});

it('the next activity is declared with a room of a house, agreed to, and signed up for', async () => {
  await liuyu.go(`/clubs/member/declare?club=${club}`);
  await liuyu.type('叫什么', '冬日共读');
  await liuyu.tap(liuyu.page.getByRole('radio', { name: '跨企业' }));
  await liuyu.tap(liuyu.page.getByRole('radio', { name: '工会的场馆' }));
  await liuyu.page.getByLabel('哪一天', { exact: true }).fill(tomorrow);
  await liuyu.tap(button(liuyu, /^哪个场馆/));
  await liuyu.tap(liuyu.page.getByRole('radio', { name: home.name }).last());
  await liuyu.tap(liuyu.page.getByRole('radio', { name: '会议室' }));
  await liuyu.tap(liuyu.page.getByRole('checkbox', { name: '19:00–20:00' }));
  await liuyu.tap(liuyu.page.getByRole('checkbox', { name: '20:00–21:00' }));
  await liuyu.type('预计多少人来', '30');
  await sees(liuyu, '来 30 人、跨企业，评 B 级，得 60 分');
  await liuyu.picture('clubs-4-declare');
  await liuyu.tap(button(liuyu, '交给工会审核'));
  await sees(liuyu, '工会通过了会告诉您，大家就能报名。');
  await sees(liuyu, `${home.name} 会议室`);
  await street.go('/clubs/desk/activities');
  await street.tap(button(street, '冬日共读 打开'));
  await street.picture('clubs-5-declared');
  await street.tap(button(street, '同意这个活动'));
  await sees(street, '✓ 同意了，已经告诉负责人');
  await linxiu.go('/clubs/member/list');
  await linxiu.tap(button(linxiu, /喜阅社/));
  await linxiu.tap(button(linxiu, '加入社团'));
  await button(linxiu, '退出社团').waitFor();
  await linxiu.tap(button(linxiu, /^冬日共读/));
  await linxiu.tap(button(linxiu, '报名'));
  await sees(linxiu, '您报名了');
  await linxiu.picture('clubs-6-signed-up');
});

it('at an activity that is on, the code on the leader’s screen checks somebody in', async () => {
  const { leader, reviewer } = people;
  const start = Date.now() + 10 * MINUTE;
  const plan = { title: '午间共读', nature: 'inClub', start, end: start + HOUR, expected: 5 } as const;
  const { id } = await body(
    leader.call('declareActivity', { club, ...plan, place: home.name, ...onTheMap(here), words: '' }),
  );
  await body(reviewer.call('decideActivity', { activity: id, approved: true }));
  await liuyu.go(`/clubs/member/activity?activity=${id}`);
  await liuyu.tap(button(liuyu, '打开签到码'));
  await sees(liuyu, '打开以后不能再取消这次活动。');
  await liuyu.tap(button(liuyu, '打开签到码'));
  await sees(liuyu, '0 人签到了');
  await liuyu.picture('clubs-7-code');
  const buffer = await liuyu.page.locator('.code-qr').screenshot();
  await linxiu.go(`/clubs/member/activity?activity=${id}`);
  await sees(linxiu, '正在签到');
  await linxiu.page.context().grantPermissions(['geolocation']);
  await linxiu.page.context().setGeolocation(here);
  const [chooser] = await Promise.all([
    linxiu.page.waitForEvent('filechooser'),
    linxiu.tap(button(linxiu, '拍签到码签到')),
  ]);
  await chooser.setFiles({ name: 'code.png', mimeType: 'image/png', buffer });
  await sees(linxiu, /^✓ .*午间共读/);
  await linxiu.picture('clubs-8-came');
  await liuyu.go(`/clubs/member/activity?activity=${id}`);
  await sees(liuyu, '已签到 1 人');
});

it('the day after, who was there says so, and the leader reports with a photo', async () => {
  const { guests, linxiu: member } = people;
  const who = [...guests.slice(0, 11), member];
  const id = await held({ title: '周一诗歌之夜', start: evening, who, far: 2 });
  await tickAt(askedAt);
  await linxiu.go('/clubs/member/mine');
  await sees(linxiu, /的活动，您去了吗$/);
  await linxiu.picture('clubs-9-asked');
  await linxiu.tap(button(linxiu, /去了$/));
  await sees(linxiu, '✓ 记下了：您去了');
  await liuyu.go(`/clubs/member/activity?activity=${id}`);
  await sees(liuyu, '周一诗歌之夜');
  await liuyu.tap(button(liuyu, '写总结'));
  await liuyu.type('写几句', '来了十二位，读了七首诗，大家说下次还来。');
  const [chooser] = await Promise.all([
    liuyu.page.waitForEvent('filechooser'),
    liuyu.tap(button(liuyu, '添加照片')),
  ]);
  await chooser.setFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo });
  await sees(liuyu, '现场照片 1/6');
  await liuyu.picture('clubs-10-report');
  await liuyu.tap(button(liuyu, '交总结'));
  await sees(liuyu, '总结交了');
  await tickAt(askedAt + DAY + 2 * MINUTE);
});

it('the street settles what is odd, grades by the table, and shows the report', async () => {
  await street.go('/clubs/desk/activities?waiting=counted');
  await street.tap(street.page.getByRole('radio', { name: /^等评级/ }));
  await street.tap(button(street, '周一诗歌之夜 打开'));
  await sees(street, /2 人签到时离活动地点很远/);
  await street.picture('clubs-11-odd');
  await street.type('您核实到了什么', '打电话问了两位，都说在路上扫的，不计');
  await street.tap(button(street, '核实过了'));
  await sees(street, '✓ 记下了，可以评级了');
  // Two were not seen to be there, ten were.
  await street.tap(button(street, '按表评 C 级，记 40 分'));
  await sees(street, /^✓ 评了 C 级，记了 40 分/);
  await street.picture('clubs-12-graded');
  await street.go('/clubs/desk/wall');
  await sees(street, '周一诗歌之夜');
  await street.picture('clubs-13-to-show');
  await street.tap(button(street, /周一诗歌之夜.*放出来/));
  await sees(street, '✓ 《周一诗歌之夜》放出来了，全市会员都看得到');
});

it('points become money: asked for on the phone, agreed to by the street, paid by the district', async () => {
  await liuyu.go(`/clubs/member/statement?club=${club}`);
  await sees(liuyu, '200');
  await liuyu.tap(button(liuyu, '兑换补助'));
  await liuyu.tap(liuyu.page.getByRole('radio', { name: '200 分 ¥4,000' }));
  await liuyu.picture('clubs-14-redeem');
  await liuyu.tap(button(liuyu, '兑换 ¥4,000'));
  await sees(liuyu, '✓ ¥4,000 提交了');
  await liuyu.tap(button(liuyu, '好的'));
  await sees(liuyu, '待街道审核');
  const waiting = { org: orgs.xinjiekou.id, state: 'requested' } as const;
  const waits = async () => (await body(people.reviewer.call('listRedemptions', waiting))).redemptions.length;
  // The stream lists it, a moment later.
  await expect.poll(waits, { timeout: 20_000 }).toBe(1);
  await street.go('/clubs/desk/redemptions?state=requested');
  await street.tap(button(street, '喜阅社 ¥4,000 同意'));
  await sees(street, '✓ 喜阅社 ¥4,000 审核通过，等财务付款');
  await district.go('/clubs/desk/redemptions?state=reviewed');
  await sees(district, '1 笔等付款，共 ¥4,000');
  await district.picture('clubs-15-to-pay');
  await district.tap(button(district, '喜阅社 ¥4,000 付款了'));
  await district.type('凭证号', '银付〔2026〕118');
  await district.tap(button(district, '付款了'));
  await sees(district, '✓ 喜阅社 ¥4,000 记为已付');
  await liuyu.go(`/clubs/member/statement?club=${club}`);
  await sees(liuyu, '凭证号 银付〔2026〕118');
  await liuyu.picture('clubs-16-paid');
  await district.go('/clubs/desk/figures');
  await sees(district, '钱花了多少，还有多少答应了没付');
  await district.picture('clubs-17-figures');
});

it('others see it on the wall, like it, and say something that the street has looked at', async () => {
  await linxiu.go('/clubs/member/wall');
  await linxiu.tap(linxiu.page.getByRole('link', { name: /^周一诗歌之夜/ }));
  await linxiu.tap(button(linxiu, /喜欢/));
  await sees(linxiu, '1 人喜欢');
  await linxiu.type('说一句', '下次我还来');
  await linxiu.tap(button(linxiu, '发出去'));
  await sees(linxiu, '✓ 收到了，等工会看过，大家就看得到。');
  await linxiu.picture('clubs-18-wall');
  await street.go('/clubs/desk/wall');
  await street.tap(street.page.getByRole('radio', { name: /^留言/ }));
  await sees(street, '下次我还来');
  await street.tap(button(street, /放出来$/));
  await sees(street, /的留言放出来了/);
  await liuyu.go('/clubs/member/wall');
  await liuyu.tap(liuyu.page.getByRole('link', { name: /^周一诗歌之夜/ }));
  await sees(liuyu, '下次我还来');
  await liuyu.go('/clubs/member/stars');
  await liuyu.picture('clubs-19-stars');
});

it('every page opens in large type, and at a desk', async () => {
  for (const size of ['phone', 'desk'] as const) {
    const window = await openWindow(browser, stack.addresses.h5, stack.addresses.api, 'liuyu', size);
    await window.go('/home');
    if (size === 'phone') await window.page.getByRole('switch', { name: '关怀模式' }).click();
    for (const [page, text] of [
      ['list', '喜阅社'],
      ['mine', '喜阅社'],
      ['wall', '周一诗歌之夜'],
      ['stars', '季度之星'],
      [`club?club=${club}`, '可用积分'],
      [`members?club=${club}`, '负责人'],
      [`statement?club=${club}`, '每一分从哪里来'],
    ] as const) {
      await window.go(`/clubs/member/${page}`);
      await sees(window, text);
      const name = `clubs-${page.replace(/\?.*/, '')}-${size === 'phone' ? 'care' : 'desk'}`;
      await window.picture(name);
      const wide = await window.page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect(wide, `${name} is wider than its window`).toBe(false);
    }
    expect(window.errors).toEqual([]);
    await window.close();
  }
});

it('the whole ledger can be replayed by anybody with the command', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['dev/verifyLedgers.ts', '--stage', 'local'],
    { cwd: root, env: { ...process.env, ...stack.environment } },
  );
  expect(stdout).toMatch(/^· 1 clubs, 5 entries, 1 redemptions in /m);
  expect(stdout).toContain('Every entry follows.');
});

it('nothing went wrong in the windows, and all was as the API describes itself', () => {
  expect([liuyu, linxiu, street, district].flatMap(({ errors }) => errors)).toEqual([]);
  expect(guard.judged).toBeGreaterThan(40);
  expect(guard.badRequests).toEqual([]);
  expect(guard.badAnswers).toEqual([]);
});
