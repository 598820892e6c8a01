import * as v from 'valibot';
import { text } from '../bounds.ts';
import type { Instant } from '../time.ts';
import { BookingTold } from './bookingTold.ts';
import { ClubTold } from './clubTold.ts';
import type { Reminder } from './reminder.ts';

interface Entry {
  /** What happened, in a few words. */
  readonly title: string;
  /** One sentence; it names nobody and quotes nothing, since it is the same for everybody. A booking is told beside it. */
  readonly text: string;
  /** Where to see it: a screen's name in the mini-program. */
  readonly screen?: string;
  /** What WeChat shows as well, to who has allowed it. */
  readonly reminder?: Reminder;
}

/** What WeChat shows of a booking or a wait that a keeper took away; its message says the rest. */
const off = (note: string): Reminder => ({
  template: 'bookingOff',
  page: 'messages/inbox',
  day: true,
  what: '您订的场馆',
  result: '取消了',
  note,
});

/** The one table of what people are told: kind → words, the screen to open, and the reminder in WeChat. */
export const messageKinds = {
  applicationApproved: {
    title: '入会申请通过了',
    text: '您已经是工会会员，会员卡可以用了。',
    screen: 'card',
    reminder: {
      template: 'decision',
      page: 'joining/member/card',
      what: '入会申请',
      result: '已通过',
      note: '会员卡可以用了，点开看看',
    },
  },
  // A voided application is told so too: nobody learns from us that a number was in use.
  applicationRejected: {
    title: '入会申请要改一下',
    text: '有地方要改，点开看看怎么改。',
    screen: 'status',
    reminder: {
      template: 'decision',
      page: 'joining/member/status',
      what: '入会申请',
      result: '需要修改',
      note: '点开看看要改哪里，改好再交',
    },
  },
  bankCardIssued: {
    title: '互助服务卡办好了',
    text: '请向柜员领取，并收好这张卡。',
    screen: 'card',
    reminder: {
      template: 'bankCard',
      page: 'joining/member/card',
      what: '会员互助服务卡',
      result: '已办好',
      note: '请向柜员领取',
    },
  },
  accountMoved: {
    title: '账号换到了另一个微信',
    text: '这是在工会窗口核对证件后办的。不是您办的，请马上联系工会。',
  },
  accountFrozen: {
    title: '账号已经停用',
    text: '按手机丢失办理的。带身份证到工会窗口就能恢复。',
  },
  correctionDecided: {
    title: '您要更正的信息有结果了',
    text: '工会已经处理，请打开看看。',
    screen: 'identity',
  },
  placeHeld: {
    title: '轮到您了，位置给您留着',
    text: '请在保留的时间里打开确认，过时会让给下一位。',
    screen: 'bookings',
    reminder: {
      template: 'placeHeld',
      page: 'venues/bookings',
      what: '您排队等的位置',
      result: '给您留着',
      note: '点开确认，过时会让给下一位',
    },
  },
  offerLapsed: {
    title: '留给您的位置让给下一位了',
    text: '保留的时间过了，没有等到您确认；点开看看别的时间，或者再排队。',
    screen: 'venue',
  },
  waitOver: {
    title: '这次没能轮到您',
    text: '时段快开始了，还没有等到位置，很抱歉；点开看看别的时间。',
    screen: 'venue',
  },
  bookingUnanswered: {
    title: '您的预订没有等到场馆答复',
    text: '这一次没有占用您的次数，也不算没来；有疑问可以打电话给场馆。',
    screen: 'venue',
  },
  bookingSoon: {
    title: '您订的场馆快开始了',
    text: '到门口扫码签到；来不了请先取消，或者打电话告诉场馆。',
    screen: 'bookings',
    reminder: {
      template: 'bookingSoon',
      page: 'venues/bookings',
      what: '您订的场馆',
      result: '快开始了',
      note: '到门口扫码签到，来不了请先取消',
    },
  },
  noShowNoted: {
    title: '记了一次没来',
    text: '您订的时段没有签到。不是这样的话，打开就能申诉。',
    screen: 'noShows',
  },
  noShowLifted: {
    title: '一次没来的记录撤销了',
    text: '场馆看过了，这一次不算数。',
    screen: 'noShows',
  },
  appealDeclined: {
    title: '您的申诉有结果了',
    text: '场馆看过，这一次还是记着；有疑问可以打电话给场馆。',
    screen: 'noShows',
  },
  bookingConfirmed: {
    title: '场馆同意了您的预订',
    text: '到时请按时来；来不了请先取消。',
    screen: 'bookings',
    reminder: {
      template: 'decision',
      page: 'venues/bookings',
      what: '您订的场馆',
      result: '已同意',
      note: '到时请按时来，来不了请先取消',
    },
  },
  bookedForYou: {
    title: '场馆帮您订好了',
    text: '工作人员按您的会员卡订的；不是您要的，可以在“我的预订”里取消。',
    screen: 'bookings',
  },
  leadsGroup: {
    title: '您现在是小组的带头人',
    text: '可以在场馆的页面上替小组按周订场；不是您要的，请告诉场馆。',
    screen: 'venues',
  },
  leadsNoMore: {
    title: '小组换了带头人',
    text: '您已经替小组订好的还是您的，请按时去，或者取消。',
    screen: 'bookings',
  },
  letIn: {
    title: '场馆给您登记并签到了',
    text: '工作人员按您的会员卡办的；不是您本人，请打电话告诉场馆。',
    screen: 'bookings',
  },
  bookingRefused: {
    title: '场馆没能同意您的预订',
    text: '这一次没有占用您的次数，点开看看别的时间。',
    screen: 'venue',
    reminder: {
      template: 'decision',
      page: 'messages/inbox',
      day: true,
      what: '您订的场馆',
      result: '没能同意',
      note: '点开看看别的时间',
    },
  },
  // Clubs: `about` is the club, the activity or the redemption.
  clubApproved: {
    title: '社团通过了',
    text: '可以招人、申报活动了。',
    screen: 'club',
    reminder: {
      template: 'decision',
      page: 'clubs/mine',
      what: '社团申请',
      result: '已通过',
      note: '可以招人、申报活动了',
    },
  },
  clubRefused: {
    title: '社团申请要改一下',
    text: '工会写了原因，改好可以再交。',
    screen: 'club',
    reminder: {
      template: 'decision',
      page: 'clubs/mine',
      what: '社团申请',
      result: '需要修改',
      note: '点开看看要改哪里，改好再交',
    },
  },
  clubClosed: { title: '社团停办了', text: '工会停办了这个社团；已经得的积分和兑换都还在。', screen: 'club' },
  leadAsked: {
    title: '有社团请您接手',
    text: '现在的负责人想请您来带，打开看看，同意就行。',
    screen: 'club',
  },
  leadsClub: {
    title: '您现在是社团负责人',
    text: '可以申报活动、兑换补助；不是您要的，请告诉工会。',
    screen: 'club',
  },
  leadsClubNoMore: { title: '社团换了负责人', text: '社团已经由别人来带，谢谢您。', screen: 'club' },
  activityApproved: {
    title: '活动通过了',
    text: '到时候打开签到码，让大家扫码签到。',
    screen: 'activity',
    reminder: {
      template: 'decision',
      page: 'clubs/mine',
      what: '活动申报',
      result: '已通过',
      note: '到时候打开签到码，让大家扫码',
    },
  },
  activityReturned: {
    title: '活动要改一下',
    text: '工会写了原因，改好可以再报。',
    screen: 'activity',
    reminder: {
      template: 'decision',
      page: 'clubs/mine',
      what: '活动申报',
      result: '需要修改',
      note: '点开看看要改哪里，改好再报',
    },
  },
  activityCancelled: {
    title: '您报名的活动取消了',
    text: '负责人取消了这次活动，很抱歉。',
    screen: 'activity',
  },
  activityOff: {
    title: '您报名的活动不办了',
    text: '工会没有通过这次活动，不用去了，很抱歉。',
    screen: 'activity',
  },
  wereYouThere: {
    title: '昨天的活动，您去了吗',
    text: '请点一下“去了”或“没去”，您的回答算数。',
    screen: 'activity',
    reminder: {
      template: 'activity',
      page: 'clubs/mine',
      what: '昨天的社团活动',
      result: '请您确认',
      note: '点一下去了或没去，您的回答算数',
    },
  },
  activityGraded: {
    title: '活动评级了',
    text: '积分已经记到社团的账上，点开看怎么算的。',
    screen: 'activity',
  },
  activityVoided: { title: '活动没有通过核实', text: '工会写了原因，这次没有积分。', screen: 'activity' },
  activityReversed: {
    title: '一次活动的积分撤回了',
    text: '工会写了原因，账上有一笔记录。',
    screen: 'activity',
  },
  redemptionReviewed: {
    title: '兑换审核通过了',
    text: '等区里财务付款，付了会告诉您。',
    screen: 'statement',
  },
  redemptionPaid: { title: '补助已付', text: '财务已经付款，凭证号在账上。', screen: 'statement' },
  redemptionRefused: {
    title: '这次兑换没有通过',
    text: '积分和今年的额度都退回来了，原因在账上。',
    screen: 'statement',
  },
  redemptionReturned: {
    title: '补助被银行退回',
    text: '财务会联系您核对账户，再付一次。',
    screen: 'statement',
  },
  redemptionCancelled: { title: '一笔兑换取消了', text: '积分和当年的额度都退回来了。', screen: 'statement' },
  commentShown: { title: '您的留言大家看得到了', text: '谢谢您。', screen: 'post' },
  commentHidden: {
    title: '您的留言没有放出来',
    text: '内容不太合适放在这里，可以改一改再说。',
    screen: 'post',
  },
  clubStar: { title: '您的社团是季度之星', text: '工会公布了本季度的名单，打开看看。', screen: 'stars' },
  // One kind a reason: a message quotes nothing.
  bookingOffRepair: {
    title: '您的预订或排队被取消了',
    text: '设施要维修，这个时段不能用了，很抱歉；不算您的次数。',
    screen: 'venue',
    reminder: off('设施要维修，很抱歉'),
  },
  bookingOffEvent: {
    title: '您的预订或排队被取消了',
    text: '场馆有活动要用这个时段，很抱歉；不算您的次数。',
    screen: 'venue',
    reminder: off('场馆有活动要用，很抱歉'),
  },
  bookingOffStaffing: {
    title: '您的预订或排队被取消了',
    text: '这个时段没有人手开门，很抱歉；不算您的次数。',
    screen: 'venue',
    reminder: off('没有人手开门，很抱歉'),
  },
  bookingOffHours: {
    title: '您的预订或排队被取消了',
    text: '场馆的开放时间有调整，这个时段没有了，很抱歉；不算您的次数。',
    screen: 'venue',
    reminder: off('开放时间有调整，很抱歉'),
  },
  bookingOffMistake: {
    title: '您的预订或签到被退掉了',
    text: '场馆登记错了人，这个时段已经退掉，不算您的次数；有疑问请打电话问问。',
    screen: 'about',
    reminder: off('场馆登记错了人，已退掉'),
  },
  bookingOffRules: {
    title: '您的预订或排队被取消了',
    text: '不符合这间的使用规定，请看看场馆的介绍，或打电话问问。',
    screen: 'about',
    reminder: off('不符合使用规定，可以打电话问问'),
  },
} as const satisfies Record<string, Entry>;

type MessageKind = keyof typeof messageKinds;

/** The screens that messages lead to; the mini-program's own table must have them. */
export type MessageScreen = Extract<(typeof messageKinds)[MessageKind], { screen: string }>['screen'];

const kinds = Object.keys(messageKinds) as [MessageKind, ...MessageKind[]];

/** Something that somebody is told. It holds ids and a booking's place; what it is about tells the rest to who may see it. */
export const Message = v.object({
  kind: v.picklist(kinds),
  /** When it happened. */
  at: v.number(),
  /** What it is about, in its feature's own terms (an application's round): with kind and moment, its natural key. */
  about: text(40),
  booking: v.optional(BookingTold),
  club: v.optional(ClubTold),
});
export type Message = v.InferOutput<typeof Message>;

/** What the table says of a kind. */
export const messageEntry = (kind: MessageKind): Entry => messageKinds[kind];

/** The screen a message leads to; a house whose page can't be named any more has none, so to what is left. */
export function screenFor({ kind, booking }: Pick<Message, 'kind' | 'booking'>): string | undefined {
  const { screen } = messageEntry(kind);
  return !booking && (screen === 'venue' || screen === 'about') ? 'bookings' : screen;
}

/** A message's natural key; keys of one person's messages stand in the order in which things happened. */
export const messageKey = ({ at, kind, about }: Message): string =>
  `${String(at).padStart(15, '0')}#${kind}#${about}`;

/** Until when a message is kept, by policy. */
export const keptUntil = ({ at }: Pick<Message, 'at'>, keep: number): Instant => at + keep;
