import { readFileSync } from 'node:fs';
import { type CastName, cast } from '@niangjia/shared/cast';
import { castVenues } from '@niangjia/shared/castVenues';
import { tellingJpeg } from '@niangjia/shared/photos/dirtied';
import { DAY, dayOf } from '@niangjia/shared/time';
import type { Browser } from 'playwright-core';
import { basketball, odd, reading, titles } from '../../dev/demoClubPlans.ts';
import type { Bundle } from './bundle.ts';
import { type Phone, takePhone } from './driver.ts';
import type { PageCount } from './host/counts.ts';
import type { HostServer } from './server.ts';

/** A poster's scene as WeChat hands it over: encoded. */
export const sceneOf = (session: string) => `scene=${encodeURIComponent(`s=${session}`)}`;

/** From the poster to the form, everything read and agreed to. */
export async function agree(worker: Phone): Promise<void> {
  await worker.tap('开始入会');
  await worker.sees('先看这三段话');
  for (const tick of await worker.screen.locator('.tick').all()) await worker.tapOn(tick);
  await worker.picture(`${worker.who}-2-consent`);
  await worker.tap('同意，去填写');
  await worker.sees('草稿已存在手机里');
}

/** Fills the form in by hand. */
export async function fillIn(worker: Phone, idNumber = cast[worker.who].idNumber): Promise<void> {
  await worker.type('姓名', cast[worker.who].name);
  await worker.type('身份证号', idNumber);
  await worker.type('手机号', cast[worker.who].phone);
  await worker.type('平台或公司', '顺达快递');
}

/** Where the mini-program is used, by whom, and what is there in the end. */
type Visit = readonly [who: CastName, path: string, query: string, sees: string | RegExp];

// Tomorrow is open whatever the hour.
const onTomorrow = `venue=${castVenues.xinjiekouHome.id}&day=${dayOf(Date.now() + DAY)}`;

const inHouse = `venue=${castVenues.xinjiekouHome.id}`;
const inRoom = `${inHouse}&room=${castVenues.xinjiekouHome.rooms[0]?.id}`;

const inReading = `club=${reading.id}`;
const [, , , , autumn] = reading.past;

/** The leader begins what is on, where they are, and shows its code. */
async function showCode(leader: Phone): Promise<void> {
  await leader.open('clubs/member/club', inReading);
  await leader.tap(titles.onNow);
  await leader.tap('打开签到码');
  await leader.sees('打开签到码，活动就开始了');
  await leader.picture('clubs-1-begin');
  await leader.isAt(39.9421, 116.3699);
  await leader.tap('用我的位置，打开签到码');
  await leader.tap('同意');
  await leader.sees(/秒后自动换新码/);
  await leader.picture('clubs-2-code');
}

/** What was held yesterday wants its report. */
async function writeReport(leader: Phone): Promise<void> {
  await leader.open('clubs/member/club', inReading);
  await leader.tap(titles.yesterday);
  await leader.tap('写总结');
  await leader.sees('这次活动怎么样');
  await leader.picture('clubs-3-report');
}

/** A member finds what is ahead among their own. */
async function findAhead(member: Phone): Promise<void> {
  await member.open('clubs/member/mine');
  await member.tap('《人生海海》读书分享会');
  await member.sees('您报名了');
  await member.picture('clubs-4-ahead');
}

/** From the list to a booking in the phone's calendar; cancelled again, so that it can be done again. */
async function bookAndCancel(member: Phone): Promise<void> {
  await member.open('venues/list');
  await member.isAt(39.94, 116.364);
  await member.tap('按远近排');
  await member.sees(/算离场馆多远/);
  await member.tap('同意');
  await member.sees(/^最近 \d+ 米$/);
  await member.picture('venues-1-near');
  await member.open('venues/day', onTomorrow);
  await member.tapOn(member.screen.locator('.cell-free').last());
  await member.sees('签到');
  await member.picture('venues-2-sheet');
  const before = member.effort.calls.length;
  await member.tap('订这个时段');
  await member.sees('订好了');
  if (member.effort.calls.length !== before + 1) throw new Error('booking took more than one request');
  await member.tap('加到手机日历');
  await member.sees('要在您的手机日历里加上这一条。');
  await member.tap('同意');
  await member.sees('已加到日历');
  if ((await member.calendar()).length !== 1) throw new Error('nothing was put into the calendar');
  await member.picture('venues-3-booked');
  await member.tap('看我的预订');
  await member.reaches('我的预订');
  await member.tap('取消预订');
  await member.tap('确定取消');
  await member.screen.getByText('确定取消').waitFor({ state: 'detached' });
}

/** A photo from the phone's album to the venue; taken away again, so that it can be done again. */
async function addPhoto(keeper: Phone): Promise<void> {
  const file = readFileSync(new URL('../../dev/pictures/rest.jpg', import.meta.url));
  const taken = tellingJpeg('N39.9421', 1, file);
  await keeper.open('venues/keeper/photos');
  await keeper.sees('照片 3 张');
  await keeper.willChoose(`data:image/jpeg;base64,${Buffer.from(taken).toString('base64')}`);
  await keeper.tap('添加照片');
  await keeper.sees(/照片里的位置会先去掉/);
  await keeper.tap('同意');
  await keeper.sees('照片 4 张');
  await keeper.picture('venues-4-photos');
  await keeper.tapOn(keeper.screen.getByText('删除', { exact: true }).last());
  await keeper.tap('确定删除');
  await keeper.sees('照片 3 张');
}

/** The demo's people: one has nothing yet, one waits, one is a member, one reviews. */
const visits = (session: string): Visit[] => [
  ['wangfang', 'home', '', '您还没有加入工会'],
  ['zhangwei', 'joining/member/status', '', '工会正在审核'],
  ['ouyang', 'joining/member/status', '', '有一处要改一下'],
  ['zhaomin', 'joining/member/card', '', /秒后自动更新/],
  ['zhaomin', 'home', '', '我的会员卡'],
  ['zhaomin', 'joining/mine/myData', '', '4201**********2624'],
  ['zhaomin', 'joining/mine/correct', '', '哪里变了就改哪里'],
  ['zhaomin', 'joining/mine/consents', '', '每一项都可以单独撤回'],
  ['zhaomin', 'joining/mine/readings', '', '还没有人打开过您的完整资料'],
  ['zhaomin', 'joining/mine/copy', '', '办理记录'],
  ['zhaomin', 'joining/mine/forget', '', '您现在还是会员，先退会，再来申请忘记。'],
  ['wangfang', 'joining/mine/forget', '', '我们只有一个微信账号的记号'],
  ['zhaomin', 'joining/mine/identity', '', '写上和身份证一致的内容'],
  ['zhaomin', 'joining/mine/leave', '', '会员卡马上停用'],
  ['zhaomin', 'messages/inbox', '', '入会申请通过了'],
  ['wangfang', 'messages/inbox', '', '还没有消息'],
  ['zhaoqiang', 'joining/member/verify', '', '扫会员码'],
  ['limin', 'home', '', '工会工作台'],
  ['wangfang', 'me', '', '您还没有加入工会'],
  ['limin', 'me', '', '工会工作台'],
  ['limin', 'joining/desk/sessions', '', /正在进行/],
  ['limin', 'joining/desk/openSession', '', '地点'],
  ['limin', 'joining/desk/poster', `code=${session}`, '保存到相册'],
  ['qianli', 'joining/desk/bankCards', '', '这里没有人在等'],
  ['luxin', 'joining/desk/bankCards', '', '先选一个工会'],
  ['limin', 'joining/desk/corrections', '', '这里没有人在等'],
  ['sunjing', 'home', '', '回访会员'],
  ['sunjing', 'joining/audit/decisions', '', '待审核 → 已通过'],
  ['sunjing', 'joining/audit/disclosures', '', '抽查回访'],
  ['sunjing', 'joining/audit/callBacks', '', /\d 位会员要回访/],
  ['sunjing', 'joining/audit/paces', '', '都没有先打开看过'],
  ['zhouyun', 'joining/audit/denials', '', '1 位说没有申请过'],
  ['zhaomin', 'venues/list', '', '新街口职工之家'],
  ['zhaomin', 'venues/day', onTomorrow, '排第 2'],
  ['zhaomin', 'venues/about', onTomorrow, '有哪些房间'],
  ['zhaomin', 'venues/bookings', '', '等场馆确认'],
  ['zhaomin', 'venues/noShows', '', '记着一次'],
  ['tianyu', 'venues/keeper/day', onTomorrow, '1 个等您确认'],
  ['linxiu', 'venues/weekly', onTomorrow, '新街口乒乓球小组'],
  ['tianyu', 'venues/keeper/setUp/house', '', '西城区新街口北大街 3 号二层'],
  ['tianyu', 'venues/keeper/setUp/facts', inHouse, '这个场馆叫什么，在哪里'],
  ['tianyu', 'venues/keeper/setUp/hours', inHouse, '看看影响谁'],
  ['tianyu', 'venues/keeper/setUp/room', inRoom, '停用这间房'],
  ['tianyu', 'venues/keeper/setUp/door', inRoom, '到了，扫码签到'],
  ['zhenghua', 'venues/keeper/setUp/policy', '', '起草下一版'],
  ['tianyu', 'venues/keeper/closing', '', '看看影响谁'],
  ['tianyu', 'venues/keeper/use', '', '存成表格'],
  ['tianyu', 'venues/keeper/groups', '', '新街口乒乓球小组'],
  ['tianyu', 'venues/keeper/appeals', '', '门口的码被水泡了'],
  ['tianyu', 'venues/keeper/photos', '', '照片 3 张'],
  ['zhaomin', 'clubs/member/list', '', '喜阅社'],
  ['linxiu', 'clubs/member/mine', '', '《人生海海》读书分享会'],
  ['zhaomin', 'clubs/member/club', inReading, '可用积分'],
  ['liuyu', 'clubs/member/club', inReading, '申报活动'],
  ['liuyu', 'clubs/member/register', '', '办一个社团，您来带'],
  ['liuyu', 'clubs/member/members', inReading, '换人来带这个社团'],
  ['liuyu', 'clubs/member/declare', inReading, '办一次活动'],
  ['zhaomin', 'clubs/member/activity', `activity=${autumn.id}`, /级/],
  ['liuyu', 'clubs/member/activity', `activity=${odd.id}`, '人数怎么算的'],
  ['liuyu', 'clubs/member/statement', inReading, '每一分从哪里来'],
  ['zhaomin', 'clubs/member/statement', `club=${basketball.id}`, '每一分从哪里来'],
  ['zhaomin', 'clubs/member/wall', '', '大家办了什么活动'],
  ['zhaomin', 'clubs/member/post', `post=${autumn.id}`, '大家说'],
  ['zhaomin', 'clubs/member/stars', '', '怎么算的'],
  ['fangling', 'clubs/desk/clubs', '', '新街口光影社'],
  ['fangling', 'clubs/desk/activities', '', '冬季半场赛'],
  ['fangling', 'clubs/desk/activity', `activity=${odd.id}`, '要核实的地方'],
  ['guohao', 'clubs/desk/redemptions', '', '喜阅社'],
  ['majun', 'clubs/desk/redemptions', '', /等付款/],
  ['fangling', 'clubs/desk/wall', '', '放出来'],
  ['majun', 'clubs/desk/figures', '', '活动走到了哪一步'],
  ['zhenghua', 'clubs/desk/policy', '', '起草下一版'],
  ['limin', 'joining/desk/board', `code=${session}`, /最慢/],
  ['limin', 'accounts/confirm', '', '扫一下电脑上的二维码'],
  ['limin', 'accounts/signIns', '', '没有在电脑上登录'],
  ['limin', 'joining/help/findMember', '', '来办什么'],
  ['wangfang', 'joining/help/bind', '', /秒后自动换新码/],
];

/**
 * Opens every page of the app over the demo's session, in the hand of whom it is for; gives what each cost. Throws
 * when a page of the bundle was left out.
 */
export async function tour(
  browser: Browser,
  host: HostServer,
  { pages }: Pick<Bundle, 'pages'>,
  session: string,
): Promise<PageCount[]> {
  const counts: PageCount[] = [];
  const look = async (who: CastName, act: (phone: Phone) => Promise<void>) => {
    const phone = await takePhone(browser, host, who);
    await act(phone);
    counts.push(...(await phone.counts()));
    await phone.close();
    if (phone.errors.length > 0) throw new Error(phone.errors.join('\n'));
  };
  for (const [who, path, query, sees] of visits(session)) {
    await look(who, async (phone) => {
      await phone.open(path, query);
      await phone.sees(sees);
      await phone.picture(`page-${path.replaceAll('/', '-')}-${who}`);
    });
  }
  await look('wangfang', async (phone) => {
    await phone.open('joining/session', sceneOf(session));
    await agree(phone);
  });
  await look('zhaomin', async (phone) => {
    await phone.open('joining/mine/identity');
    await phone.type('姓名', '赵敏');
    await phone.type('为什么要改', '登记时多写了一个字');
    await phone.tap('提交更正');
    await phone.sees('等工会核对');
  });
  await look('limin', async (phone) => {
    await phone.open('joining/desk/corrections');
    await phone.tap('打开核对');
    await phone.sees('登记时多写了一个字');
    await phone.picture('page-joining-desk-correction-limin');
  });
  await look('sunjing', async (phone) => {
    await phone.open('joining/audit/callBacks');
    await phone.tapOn(phone.screen.getByText('打电话', { exact: true }).first());
    await phone.sees('可以这样问');
    await phone.picture('page-joining-audit-callBack-sunjing');
  });
  await look('zhouyun', async (phone) => {
    await phone.open('joining/audit/denials');
    await phone.tap('打开核实');
    await phone.sees('回访时说');
    await phone.picture('page-joining-audit-denial-zhouyun');
  });
  await look('linxiu', bookAndCancel);
  await look('tianyu', addPhoto);
  await look('liuyu', showCode);
  await look('liuyu', writeReport);
  await look('linxiu', findAhead);
  await look('limin', async (phone) => {
    await phone.open('joining/desk/queue', `session=${session}`);
    await phone.tap('打开看全部');
    await phone.sees('打开已记录');
    await phone.picture('page-joining-desk-case-limin');
  });
  await look('limin', async (phone) => {
    await phone.open('joining/help/helpJoin', `session=${session}`);
    await phone.sees('请把手机交给本人');
    await phone.picture('page-joining-help-hand-over-limin');
    await phone.tap('我是本人，开始');
    await phone.sees('请您本人看，本人来点');
    for (const tick of await phone.screen.locator('.tick').all()) await phone.tapOn(tick);
    await phone.tap('同意，去填写');
    await phone.sees('填的内容不留在这部手机里');
    await phone.type('姓名', cast.heping.name);
    await phone.type('身份证号', cast.heping.idNumber);
    await phone.tap('没有电话');
    await phone.tap('家政服务员');
    await phone.type('平台或公司', '顺达快递');
    await phone.picture('page-joining-help-form-limin');
    await phone.tap('提交申请');
    await phone.sees('请把手机还给工作人员');
  });
  await look('limin', async (phone) => {
    await phone.open('joining/help/findMember');
    await phone.type('身份证号或会员卡号', cast.songguilan.idNumber);
    await phone.tap('查找');
    await phone.sees('还没有绑定');
    await phone.picture('page-joining-help-found-limin');
    await phone.tap('绑定手机');
    await phone.sees('扫绑定码');
    await phone.tap('打印会员卡');
    await phone.tap('打印这张卡');
    await phone.sees(/纸上没有二维码/);
    await phone.picture('page-joining-help-print-limin');
  });
  const missed = pages.filter((page) => !counts.some(({ path }) => path === page));
  if (missed.length > 0) throw new Error(`The tour opens no ${missed.join(', ')}.`);
  return counts;
}
