import { occupationGroups } from '@niangjia/shared/codes';
import { DAY, type Instant, instantOf, sayDate } from '@niangjia/shared/time';
import { reasonsToCancel } from '@niangjia/shared/venues/keepersWord';
import { sayLength } from '../../../say.ts';

const sayDay = (day: string) => sayDate(instantOf(day, '00:00'), Date.now());

/** Words of the page of a house: all that is set up of it. */
export const houseTexts = {
  title: '场馆设置',
  sentence: (name: string | undefined) => name ?? '场馆设置',
  note: '改好一分钟后，会员那里就是新的。',
  open: '新建场馆',
  facts: '基本资料',
  change: '改',
  address: '地址',
  phone: '电话',
  words: '来之前看一下',
  noWords: '还没有写',
  hours: '开放时间',
  closed: '不开门',
  from: (day: string) => `${sayDay(day)} 起`,
  closedOn: '这些天不开门',
  rooms: '房间',
  noRooms: '还没有房间。有了开放时间和第一间房，会员才看得到这个场馆。',
  addRoom: '加一间房',
  room: (length: number, capacity: number) =>
    `每次 ${sayLength(length)}，${capacity > 1 ? `同时 ${capacity} 人` : '一次一组人'}`,
  ahead: (days: number, hour: number) => `提前 ${days} 天 ${hour} 点开放`,
  approval: '要确认',
  only: (groups: readonly (keyof typeof occupationGroups)[]) =>
    `给${groups.map((group) => occupationGroups[group].name).join('、')}`,
  coming: (day: string, length: number) => `${sayDay(day)} 起每次 ${sayLength(length)}`,
  retires: (day: string) => `${sayDay(day)} 起停用`,
  code: '门口的码',
  settling: (at: Instant) =>
    `刚改的时间正在生效，${Math.max(1, Math.ceil((at - Date.now()) / 60_000))} 分钟后就好；这之前不能再改时间。`,
} as const;

/** Words of the form of a house's facts. */
export const factsTexts = {
  title: '基本资料',
  opening: '新建场馆',
  sentence: '这个场馆叫什么，在哪里',
  name: '名称',
  nameHint: '如“新街口职工之家”',
  address: '地址',
  addressHint: '从区写起，如“西城区新街口北大街 3 号二层”',
  phone: '电话',
  words: '来之前看一下',
  wordsHint: '要带什么、注意什么，会员在介绍页看到',
  latitude: '纬度',
  longitude: '经度',
  here: '就用我现在的位置',
  notHere: '没有取到位置，请直接填写。',
  placeHint: '地图上的坐标（GCJ-02），用来算远近和签到',
  org: '属于哪个工会',
  save: '保存',
  open: '建好，去定开放时间',
} as const;

/** Words of the page on which hours are changed. */
export const hoursTexts = {
  title: '开放时间',
  sentence: '哪天几点开门',
  days: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  from: '开门',
  until: '关门',
  add: '加一段',
  remove: '去掉',
  same: '周一这样，每天都这样',
  closed: '不开门',
  begins: '从哪天起',
  beginsHint: (day: string) => `最早 ${sayDay(day)}；今天要停用，请用“关闭时段”`,
  closedOn: '哪些天不开门',
  noClosed: '没有',
  day: '日期',
  addDay: '加上这一天',
  save: '保存',
} as const;

/** Words of the page of a room. */
export const roomTexts = {
  title: '房间',
  adding: '加一间房',
  name: '名称',
  nameHint: '如“乒乓球 1 号台”',
  kind: '用途',
  slot: '每次多久',
  length: (minutes: number) => sayLength(minutes * 60_000),
  slotFrom: '新的时长从哪天起',
  capacity: '同时几人',
  capacityHint: '1 就是一次一组人，最多 30；改少了不会动已经订好的人',
  ahead: '提前几天开放',
  hour: '几点开放（0–23）',
  audience: '给谁用',
  everyone: '都不选，就是所有会员',
  approval: '每个预订都要场馆确认',
  save: '保存',
  retire: '停用这间房',
  retireNote: '停用以后不能再订；以前的记录还在。',
  retireFrom: '从哪天起停用',
  retireNow: '确定停用',
  keep: '不停用了',
} as const;

/** Words about whom a change touches. */
export const outsideTexts = {
  look: '看看影响谁',
  lookFirst: '请先看看影响谁',
  nobody: '不影响任何人',
  who: (count: number, waiting: number) =>
    `${count} 个预订会取消${waiting > 0 ? `，${waiting} 人不再排队` : ''}`,
  soon: '保存后两三分钟里取消，并一个个告诉他们。这期间刚订上的也一样。',
  last: (at: Instant) => `最后一个在 ${sayDate(at, Date.now())}。`,
  after: (at: Instant) => `改成 ${sayDate(at + DAY, Date.now())} 起，谁也不影响`,
  more: (count: number) => `还有 ${count} 个`,
  somebody: '会员',
  why: '怎么告诉他们',
  reasons: reasonsToCancel,
} as const;

/** Words of the sheet that hangs beside a door. */
export const doorTexts = {
  title: '门口的码',
  sentence: '打印出来，贴在门牌旁边',
  note: '会员到了扫这个码签到。撕坏了、被拍走了，换一个新的，旧的就没用了。',
  house: '职工之家',
  headline: '到了，扫码签到',
  steps: ['打开“娘家”，“我的预订”里点“扫码签到”', '到点没扫，位置会让给别人'],
  help: (phone: string) => `扫不出来，请打电话 ${phone}`,
  code: '签到码',
  print: '打印',
  renew: '换一个新码',
  renewNote: '换了以后，旧的那张一分钟里失效，请把新的贴上。',
  renewNow: '确定换',
  keep: '不换了',
  renewed: '换好了，请打印新的贴上',
  atDesk: '在电脑上打开这一页就能打印。',
} as const;
