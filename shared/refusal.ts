import * as v from 'valibot';
import { list, Time, text } from './bounds.ts';
import { DAY, HOUR, MINUTE, SECOND } from './time.ts';
import { FreeSlot } from './venues/freeSlot.ts';

/**
 * Why a request is refused; answers.ts alone maps it to a status code. `limited`: this account has had its
 * share; `busy`: there is too much at once, whoever asks.
 */
export type Kind = 'invalid' | 'signedOut' | 'forbidden' | 'missing' | 'conflict' | 'limited' | 'busy';

interface Entry {
  readonly kind: Kind;
  /** One plain Chinese sentence for the person who is refused. */
  readonly text: string;
  /** The next step: what to tap, and the screen it opens (a screen's name in the mini-program). */
  readonly next?: { readonly label: string; readonly screen?: string };
  /** After how long it can be different, at the latest, in milliseconds. */
  readonly retryAfter?: number;
}

/** The one table of refusals: stable code → kind, sentence, next step. */
export const refusals = {
  // every endpoint
  INVALID: { kind: 'invalid', text: '有几处需要再看一下，改好后再提交。' },
  BODY_TOO_LARGE: { kind: 'invalid', text: '内容太大了，请减少一些再发送。' },
  SIGN_IN: { kind: 'signedOut', text: '登录已过期，请重新进入。', next: { label: '重新进入' } },
  NOT_YOURS: { kind: 'forbidden', text: '这件事不在您负责的范围内，请联系上级工会开通。' },
  NOT_FOUND: {
    kind: 'missing',
    text: '没有找到，可能已被处理或链接不完整。',
    next: { label: '返回首页', screen: 'home' },
  },
  KEY_MISSING: { kind: 'invalid', text: '请更新到最新版本后再试。' },
  KEY_REUSED: { kind: 'conflict', text: '内容和刚才提交的不一样，请返回重新提交。', next: { label: '返回' } },
  BUSY: {
    kind: 'busy',
    retryAfter: 2 * SECOND,
    text: '现在人有点多，请过几秒再点一次，填的内容都还在。',
    next: { label: '再试一次' },
  },
  FAILED: { kind: 'busy', text: '我们这边出了点问题，内容没有丢，请稍后再试。', next: { label: '再试一次' } },
  // signing in
  WECHAT_CODE: { kind: 'invalid', text: '微信登录没有成功，请重新进入小程序。', next: { label: '重新进入' } },
  WECHAT_RISK: { kind: 'forbidden', text: '微信提示这个账号有风险，请到工会窗口办理。' },
  WEB_SIGN_IN_OVER: {
    kind: 'signedOut',
    text: '这台电脑上的登录已经结束，请用手机扫码重新登录。',
    next: { label: '重新登录' },
  },
  PAIRING_OVER: {
    kind: 'conflict',
    text: '这个二维码已经过期，请在电脑上换一个再扫。',
    next: { label: '再扫一次' },
  },
  PAIRING_TAKEN: {
    kind: 'conflict',
    text: '这个二维码已经有人确认过了，请在电脑上换一个再扫。',
    next: { label: '再扫一次' },
  },
  WEB_FOR_STAFF: {
    kind: 'forbidden',
    text: '电脑网页是工会干部的工作台，您的账号还没有开通，请联系上级工会。',
  },
  PHONE_ONLY: { kind: 'forbidden', text: '请在手机微信里打开“娘家”，扫码确认。' },
  // accounts and phones
  ACCOUNT_FROZEN: {
    kind: 'forbidden',
    text: '这个账号因手机丢失已停用，请带身份证到工会窗口恢复。',
    next: { label: '我在窗口，要恢复', screen: 'bind' },
  },
  OWN_ACCOUNT: { kind: 'forbidden', text: '自己的账号不能自己办，请同事处理。' },
  MEMBER_NOT_FOUND: {
    kind: 'missing',
    text: '您负责的工会里没有这位会员，请核对号码，或请对方去别的工会问。',
  },
  ACCOUNT_CHANGED: {
    kind: 'conflict',
    text: '这位会员的账号刚被同事办过，请重新查一次再办。',
    next: { label: '重新查' },
  },
  BINDING_CODE_OVER: { kind: 'conflict', text: '这个绑定码不对、用过了或已过期，请对方手机上换一个新码。' },
  ALREADY_BOUND: { kind: 'conflict', text: '这个微信已经是这位会员的，不用再绑。' },
  PHONE_TAKEN: {
    kind: 'conflict',
    text: '这个微信已有自己的会籍、申请或岗位，请用本人的微信来绑。',
  },
  NO_PHONE_BOUND: { kind: 'conflict', text: '这位会员没有绑定手机，不需要停用。' },
  ALREADY_FROZEN: { kind: 'conflict', text: '这个账号已经停用了，恢复时请绑定新手机或找回的手机。' },
  // sessions
  SESSION_TIMES: { kind: 'invalid', text: '结束时间要晚于开始时间，且一场不超过 12 小时。' },
  SESSION_PAST: { kind: 'invalid', text: '这个时间已经过去了，请选今天或以后的时间。' },
  POSTER_EARLY: {
    kind: 'conflict',
    text: '这场沟通会还没开始，您可以先在线申请。',
    next: { label: '在线申请', screen: 'apply' },
  },
  POSTER_OVER: {
    kind: 'conflict',
    text: '这场沟通会已经结束，您可以在线申请。',
    next: { label: '在线申请', screen: 'apply' },
  },
  VISIT_EXPIRED: {
    kind: 'conflict',
    text: '页面放得太久了，请重新打开一次，填的内容都还在。',
    next: { label: '重新打开' },
  },
  TOO_MANY_GUESSES: {
    kind: 'limited',
    retryAfter: HOUR,
    text: '试的次数太多了，请一小时后再试，或请现场工作人员帮忙。',
  },
  // applications
  UNDER_16: { kind: 'forbidden', text: '未满 16 周岁还不能入会，您填的内容我们没有保存。' },
  ALREADY_SUBMITTED: {
    kind: 'conflict',
    text: '您的申请已经在审核了，不用再提交。',
    next: { label: '看进度', screen: 'status' },
  },
  ALREADY_MEMBER: { kind: 'conflict', text: '您已经是会员了。', next: { label: '看会员卡', screen: 'card' } },
  TOO_MANY_NUMBERS: {
    kind: 'limited',
    retryAfter: DAY,
    text: '今天这个账号填过的证件号太多了，请明天再试，或到工会窗口办理。',
  },
  HELPED_TOO_MANY: {
    kind: 'limited',
    retryAfter: HOUR,
    text: '这一小时您帮的人太多了，请换同事帮忙，或过一会儿再试。',
  },
  TOO_OFTEN: { kind: 'limited', retryAfter: DAY, text: '今天提交的次数太多了，请明天再试。' },
  PHONE_CODE: { kind: 'invalid', text: '没有取到手机号，请直接输入。' },
  NOTHING_TO_WITHDRAW: {
    kind: 'conflict',
    text: '没有正在审核的申请，不需要撤回。',
    next: { label: '看进度', screen: 'status' },
  },
  // one's own data
  NOT_A_MEMBER: {
    kind: 'conflict',
    text: '您现在没有会籍，这一步不需要做。',
    next: { label: '申请入会', screen: 'apply' },
  },
  STILL_WAITING: {
    kind: 'conflict',
    text: '申请正在审核，请先撤回；改好后可以再提交，填的内容都还在。',
    next: { label: '看进度', screen: 'status' },
  },
  LEAVE_FIRST: {
    kind: 'conflict',
    text: '您现在还是会员，先退会，再来申请忘记。',
    next: { label: '看看退会', screen: 'leave' },
  },
  STILL_STAFF: {
    kind: 'conflict',
    text: '您还有工会的岗位，账号要留着；请先请上级工会结束岗位。',
  },
  CORRECTION_WAITING: { kind: 'conflict', text: '您的更正正在等工会核对，要改内容请先撤回。' },
  NOTHING_TO_CORRECT: { kind: 'invalid', text: '和现在登记的一样，不用更正。' },
  PLEDGE_STAYS: {
    kind: 'conflict',
    text: '誓词是入会时说的话，不能单独撤回；不想再当会员，可以退会。',
    next: { label: '看看退会', screen: 'leave' },
  },
  CONSENT_NOT_GIVEN: { kind: 'conflict', text: '这一项现在没有同意过，不需要撤回。' },
  CONSENT_GIVEN: { kind: 'conflict', text: '这一项您已经同意了。' },
  CONSENT_OVER: {
    kind: 'conflict',
    text: '这些资料只是按规定存着，已经不再使用；想删除，请看“忘记我”。',
    next: { label: '看看忘记我', screen: 'forget' },
  },
  CONSENT_WITHDRAWN: { kind: 'conflict', text: '本人已撤回同意或已退会，资料只保存、不再打开查看。' },
  // decisions
  OWN_CASE: { kind: 'forbidden', text: '不能审核自己的申请，请同事处理。' },
  ALREADY_DECIDED: { kind: 'conflict', text: '这份申请已经处理过了。', next: { label: '看下一位' } },
  CHANGED_SINCE: {
    kind: 'conflict',
    text: '申请人刚改过内容，请重新打开看一遍再定。',
    next: { label: '重新打开' },
  },
  CONTESTED: {
    kind: 'conflict',
    text: '还有一份申请用了同一个证件号，请当面核对后，先作废不是本人的那份。',
    next: { label: '对照处理' },
  },
  NOT_CONTESTED: { kind: 'conflict', text: '只有证件号有冲突的申请才能作废；不符合的请退回并写明原因。' },
  EVIDENCE_MISSING: {
    kind: 'invalid',
    text: '一起通过的每一位都要先核对证件。',
    next: { label: '逐个核对' },
  },
  REASON_MISSING: { kind: 'invalid', text: '请选一个原因，并写一句话告诉对方怎么改。' },
  // calling members back
  CALL_BACK_TAKEN: {
    kind: 'conflict',
    text: '同事正在回访这一位，请看下一位。',
    next: { label: '看下一位' },
  },
  CALL_BACK_NOT_OPENED: { kind: 'conflict', text: '请先打开这一位，打过电话再记结果。' },
  CALL_BACK_DONE: { kind: 'conflict', text: '这一位已经处理过了。', next: { label: '看下一位' } },
  // the card
  BANK_CARD_NOT_REQUESTED: { kind: 'conflict', text: '对方还没有申请互助卡，请先在会员卡页面申请。' },
  BANK_CARD_ISSUED: { kind: 'conflict', text: '这张互助卡已经办好了。', next: { label: '看下一位' } },
  NO_CARD: { kind: 'conflict', text: '您还没有会员卡。', next: { label: '申请入会', screen: 'apply' } },
  // venues
  SLOT_TAKEN: { kind: 'conflict', text: '这个时段刚刚被订走了，可以看看附近的空位，或者排队等候。' },
  SLOT_CLOSED: { kind: 'conflict', text: '这个时段场馆不开放，请换一个时间。' },
  SLOT_PAST: { kind: 'conflict', text: '这个时段已经开始了，请换一个时间。' },
  SLOT_TOO_SOON: { kind: 'conflict', text: '离开始太近，已经不能预订了，请换一个时间。' },
  SLOT_NOT_OPEN: { kind: 'conflict', text: '这一天还没有开放预订，请到开放时间再来。' },
  SLOT_YOURS: {
    kind: 'conflict',
    text: '这个时段您已经订好了。',
    next: { label: '看我的预订', screen: 'bookings' },
  },
  SLOT_FREE: { kind: 'conflict', text: '这个时段现在有空位，可以直接预订。', next: { label: '去预订' } },
  ALREADY_WAITING: { kind: 'conflict', text: '您已经在排队了，轮到您会通知您。' },
  WAITLIST_FULL: { kind: 'conflict', text: '这个时段不能再排队了，请换一个时间。' },
  OFFER_OVER: { kind: 'conflict', text: '这个位置保留的时间已经过了，您可以重新排队。' },
  NOT_BOOKED: {
    kind: 'conflict',
    text: '没有找到您的这个预订，可能已经取消了。',
    next: { label: '看我的预订', screen: 'bookings' },
  },
  ALREADY_CAME: { kind: 'conflict', text: '您已经签到了，不能再取消。' },
  CANCEL_TOO_LATE: { kind: 'conflict', text: '离开始太近，已经不能取消了；来不了请打电话告诉场馆。' },
  OTHER_DOOR: { kind: 'conflict', text: '这不是您订的那个房间的码，请看一下门牌。' },
  CHECK_IN_EARLY: {
    kind: 'conflict',
    text: '还没到签到的时间，请临近开始再来；我的预订里写着几点起可以签到。',
  },
  CHECK_IN_OVER: { kind: 'conflict', text: '签到的时间已经过了，请找场馆工作人员帮忙。' },
  BOOKING_OVERTAKEN: { kind: 'conflict', text: '您刚才的另一次操作先完成了，请再点一次。' },
  NOT_PENDING: { kind: 'conflict', text: '这个申请已经处理过了。', next: { label: '看下一个' } },
  ELSEWHERE_THEN: {
    kind: 'conflict',
    text: '您在这个时间已经有别的安排了。',
    next: { label: '看我的预订', screen: 'bookings' },
  },
  TOO_MANY_AHEAD: {
    kind: 'conflict',
    text: '您还没用的预订已经到上限了，用过或取消一个再来。',
    next: { label: '看我的预订', screen: 'bookings' },
  },
  TOO_LONG_A_WEEK: { kind: 'conflict', text: '您这一周订的时间已经到上限了，请换到下一周。' },
  UNION_DAY_FULL: { kind: 'conflict', text: '您所在工会这一天在这里的预订已经到上限了，请换一天。' },
  BOOKING_BANNED: {
    kind: 'forbidden',
    text: '因为订了没来，暂时不能预订；有特殊情况可以申诉。',
    next: { label: '看记录和申诉', screen: 'noShows' },
  },
  TURNED_TOO_OFTEN: {
    kind: 'limited',
    text: '您今天订了又退、排了又退的次数太多了，请明天再来；急用请打电话给场馆。',
    next: { label: '看我的预订', screen: 'bookings' },
  },
  WEEKS_NONE: { kind: 'invalid', text: '结束的日子在第一次之前，请换一个日子。' },
  WEEKS_TOO_MANY: { kind: 'invalid', text: '订得太远了，请把结束的日子改近一些。' },
  NO_SHOW_LIFTED: { kind: 'conflict', text: '这一次已经撤销了，不算数。' },
  ALREADY_APPEALED: { kind: 'conflict', text: '这一次您已经申诉过了，场馆看过会处理。' },
  // photos
  PHOTO_TYPE: {
    kind: 'invalid',
    text: '这种格式的照片用不了，请换一张手机拍的照片。',
    next: { label: '换一张' },
  },
  PHOTO_TOO_LARGE: {
    kind: 'invalid',
    text: '这张照片太大了，请换一张小一点的。',
    next: { label: '换一张' },
  },
  PHOTO_UNREADABLE: {
    kind: 'invalid',
    text: '这张照片打不开，可能没有传完整，请再选一次。',
    next: { label: '再选一次' },
  },
  PHOTO_SIDES: { kind: 'invalid', text: '这张照片的尺寸太大或太小，请换一张。', next: { label: '换一张' } },
  PHOTO_NOT_ARRIVED: {
    kind: 'conflict',
    text: '还没有收到这张照片，请再传一次。',
    next: { label: '再传一次' },
  },
  PHOTOS_FULL: { kind: 'conflict', text: '最多放 6 张照片，请先删掉一张再传。' },
  // venues, for their keepers
  PLACE_CHANGED: {
    kind: 'conflict',
    text: '这个预订刚刚变了，请看一眼最新的情况。',
    next: { label: '看最新的' },
  },
  CAME_ALREADY: { kind: 'conflict', text: '对方已经签到，不能再取消。' },
  SLOT_OVER: { kind: 'conflict', text: '这个时段已经结束，不能再取消。' },
  OWN_BOOKING: { kind: 'forbidden', text: '自己的预订不能自己定，请同事处理。' },
  RELEASED: {
    kind: 'conflict',
    text: '签到的时间已经过了，位置让出去了；确实来了的，请在“没来记录”里撤销。',
  },
  APPEAL_SETTLED: { kind: 'conflict', text: '这个申诉已经处理过了。', next: { label: '看最新的' } },
  PERIOD_WRONG: { kind: 'invalid', text: '结束要晚于开始，且一次最多 31 天。' },
  SLOT_SETTLING: {
    kind: 'conflict',
    retryAfter: 3 * MINUTE,
    text: '这里的时段刚刚有调整，请过几分钟再来订。',
  },
  VENUE_CHANGED: {
    kind: 'conflict',
    text: '同事刚改过，请先看一眼最新的，再改。',
    next: { label: '看最新的' },
  },
  VENUE_SETTLING: {
    kind: 'conflict',
    retryAfter: 3 * MINUTE,
    text: '上一次改的时间还在生效，请过三分钟再改。',
    next: { label: '再试一次' },
  },
  CHANGE_TOO_SOON: {
    kind: 'invalid',
    text: '这样改会少掉今天的时段，请从明天或以后开始；今天要停用，请用“关闭时段”。',
  },
  HOURS_WRONG: { kind: 'invalid', text: '有一段时间关门早于开门，或者两段重叠，请再看一下。' },
  ROOMS_FULL: { kind: 'conflict', text: '一个场馆最多 20 间房，请先停用不用的。' },
  POLICY_CHANGED: {
    kind: 'conflict',
    text: '刚刚有了新的一版，请先看一眼最新的，再改。',
    next: { label: '看最新的' },
  },
  POLICY_TOO_SOON: {
    kind: 'invalid',
    text: '开始的时间至少要在 10 分钟以后，这样全市才能一起换。',
  },
  POLICY_TOO_FAR: { kind: 'invalid', text: '最多提前一年定，请选近一点的日子。' },
  POLICY_NO_OFFER: {
    kind: 'invalid',
    text: '位置留的时间短于“至少能留多久才留”，排队的人就轮不到，请改一个。',
  },
  POLICY_ALL_QUIET: {
    kind: 'invalid',
    text: '一整天都不打扰，排队的人就一个也轮不到，请空出白天的时间。',
  },
  CARD_OVER: { kind: 'conflict', text: '这个会员码过期了或不是会员码，请对方打开会员卡再扫一次。' },
  NOTHING_TO_SEE: { kind: 'conflict', text: '这位会员在这里没有现在可以签到的预订。' },
  LEADER_ELSEWHERE: { kind: 'conflict', text: '要由本工会的会员来带，这位会员不在这个工会。' },
  OWN_GROUP: { kind: 'forbidden', text: '不能让自己来带，请同事处理。' },
  GROUP_CHANGED: {
    kind: 'conflict',
    text: '这个小组刚被同事改过，请看一眼最新的再定。',
    next: { label: '看最新的' },
  },
  CLOSE_OVER: { kind: 'conflict', text: '这个时段已经过去，不用关了。' },
  CLOSE_CAME: { kind: 'conflict', text: '有人已经签到在用，不能关；真要停用，请当面和对方说。' },
  CARD_UNKNOWN: { kind: 'missing', text: '没有找到这张卡的会员，请核对卡号，或请对方打开会员卡。' },
  NO_PLACE_LEFT: { kind: 'conflict', text: '这个时段没有空位了，或有人在排队，请换一个空的时段。' },
  GUEST_HERE: { kind: 'conflict', text: '这位会员已经订了这个时段，到了直接签到就行。' },
  GUEST_ELSEWHERE: { kind: 'conflict', text: '这位会员这段时间另有安排。' },
  GUEST_LIMIT: { kind: 'conflict', text: '这位会员能订的已经到上限了，请对方用过或取消一个再来。' },
  GUEST_BANNED: { kind: 'forbidden', text: '这位会员暂时不能预订，原因和到哪天，对方在自己手机上看得到。' },
  GUEST_WORK: { kind: 'forbidden', text: '这个房间留给指定行业的职工，请帮对方看看其他房间。' },
  GUEST_OVERTAKEN: { kind: 'conflict', text: '刚才有另一次操作先完成了，请再点一次。' },
  WALK_IN_EARLY: { kind: 'conflict', text: '还没到能进门的时间，可以先帮对方订下。' },
  WALK_IN_OVER: { kind: 'conflict', text: '这个时段已经结束，请看下一个时段。' },
  // clubs
  OWN_CLUB: { kind: 'forbidden', text: '自己带的社团、自己参加的活动，不能自己定，请同事处理。' },
  CLUB_DECIDED: { kind: 'conflict', text: '这个社团的申请已经处理过了。', next: { label: '看下一个' } },
  CLUB_CLOSED: { kind: 'conflict', text: '这个社团已经停办了，有疑问请联系工会。' },
  CLUB_NOT_ACTIVE: { kind: 'conflict', text: '这个社团还没有通过工会审核，或已经停办，暂时不能办这件事。' },
  CLUBS_TOO_MANY: { kind: 'conflict', text: '一个人最多带三个社团，先把一个交给别人再来。' },
  LEADS_ALREADY: { kind: 'conflict', text: '这位已经是社团负责人了。' },
  NOT_ASKED: { kind: 'conflict', text: '现在没有请您接手的社团，可能已经改请别人了。' },
  LEADER_FIRST: { kind: 'conflict', text: '您是社团负责人，请先把社团交给别人，再退出。' },
  NOT_IN_CLUB: { kind: 'conflict', text: '对方还不是这个社团的成员，请先让对方加入。' },
  CLUB_MEMBERS_ONLY: {
    kind: 'forbidden',
    text: '社团只对会员开放。',
    next: { label: '申请入会', screen: 'apply' },
  },
  // activities of clubs
  ACTIVITY_TIMES: { kind: 'invalid', text: '结束时间要晚于开始时间，且一次活动不超过 12 小时。' },
  ACTIVITY_PAST: { kind: 'invalid', text: '这个时间已经过去了，请选以后的时间。' },
  ACTIVITY_TOO_FAR: { kind: 'invalid', text: '排得太远了，请选半年以内的时间。' },
  ROOM_NOT_WHOLE: { kind: 'invalid', text: '选的时段要连在一起，并且盖住整个活动的时间，请再选一下。' },
  ROOM_SHARED: {
    kind: 'conflict',
    text: '这间是大家一起用的，不能整间留给一次活动，请换一间。',
  },
  ROOM_TOO_FAR: { kind: 'invalid', text: '这个场馆还不能订这么远，请把活动改近一些。' },
  ACTIVITY_DECIDED: {
    kind: 'conflict',
    text: '这个活动已经处理过了，请看最新的情况。',
    next: { label: '看最新的' },
  },
  ACTIVITY_HELD: { kind: 'conflict', text: '活动已经开始签到或已经结束，不能再取消。' },
  ACTIVITY_NOT_OPEN: { kind: 'conflict', text: '这个活动现在不能参加，可能还没通过审核，或者已经取消。' },
  ACTIVITY_BEGUN: { kind: 'conflict', text: '活动已经开始，不用报名了，到现场扫码签到就行。' },
  ACTIVITY_EARLY: { kind: 'conflict', text: '还没到签到的时间，请临近开始再来。' },
  ACTIVITY_OVER: { kind: 'conflict', text: '活动已经结束，签到也结束了。' },
  ACTIVITY_CODE_OVER: {
    kind: 'conflict',
    text: '签到码已经换了新的，请对着现场的屏幕再扫一次。',
    next: { label: '再扫一次' },
  },
  OTHER_ACTIVITY_THEN: {
    kind: 'conflict',
    text: '您在这个时间已经有别的活动或预订，一个人只能在一处。',
    next: { label: '看我的活动', screen: 'myActivities' },
  },
  NOT_SIGNED_UP: { kind: 'conflict', text: '您没有报名这个活动，不用取消。' },
  CAME_TO_ACTIVITY: { kind: 'conflict', text: '您已经签到了，不用再报名或取消。' },
  NOT_ASKED_YET: { kind: 'conflict', text: '活动第二天才请您确认，到时候会告诉您。' },
  ANSWERS_OVER: { kind: 'conflict', text: '确认的时间已经过了，有不对的地方请告诉工会。' },
  ACTIVITY_NOT_HELD: { kind: 'conflict', text: '活动还没有签到，不能提交总结；到时候先打开签到码。' },
  ACTIVITY_GOES_ON: { kind: 'conflict', text: '活动还没结束，结束以后再写总结。' },
  REPORT_LATE: { kind: 'conflict', text: '交总结的时间已经过了，请联系工会。' },
  REPORTED_ALREADY: { kind: 'conflict', text: '总结已经交了，等工会看过就能得积分。' },
  REPORT_NO_PHOTO: { kind: 'invalid', text: '请至少放一张现场的照片。', next: { label: '添加照片' } },
  NOT_REPORTED: { kind: 'conflict', text: '负责人还没有交总结，交了以后再评级。' },
  ANSWERS_PENDING: { kind: 'conflict', text: '参加的人还在确认，时间到了才能评级。' },
  ANOMALIES_OPEN: { kind: 'conflict', text: '签到里有几处要先核实，请看过以后写明情况，再评级。' },
  GRADED_THAT_DAY: { kind: 'conflict', text: '这个社团同一天的活动已经评过级了，一天只计一次。' },
  GRADE_ONE_STEP: { kind: 'invalid', text: '只能比评级表高一级或低一级，请再选一下。' },
  GRADE_CHANGED: {
    kind: 'conflict',
    text: '人数或评级规则刚刚变了，等级和您看到的不一样，请看一眼最新的再定。',
    next: { label: '看最新的' },
  },
  SECOND_REVIEWER: { kind: 'forbidden', text: '您提的调整要由另一位同事确认。' },
  NOTHING_PROPOSED: {
    kind: 'conflict',
    text: '现在没有等确认的调整，请看最新的情况。',
    next: { label: '看最新的' },
  },
  NOTHING_TO_SETTLE: { kind: 'conflict', text: '这个活动现在没有要核实的地方。' },
  NOT_GRADED: { kind: 'conflict', text: '这个活动没有评过级，或已经撤销了。' },
  // points and money
  REDEEM_HUNDREDS: { kind: 'invalid', text: '积分按整百兑换，请选一个整百的数。' },
  POINTS_SHORT: {
    kind: 'conflict',
    text: '现在的积分不够兑这么多，请看一下还能兑多少。',
    next: { label: '看最新的' },
  },
  YEAR_CAP: { kind: 'conflict', text: '今年能兑的额度不够了，剩下的明年再兑，积分都还在。' },
  REDEMPTION_CHANGED: {
    kind: 'conflict',
    text: '这笔兑换已经被同事处理过了，请看最新的情况。',
    next: { label: '看最新的' },
  },
  SAME_PERSON: { kind: 'forbidden', text: '审核过这笔的人不能再付款，请另一位同事来办。' },
  NOT_OWED: {
    kind: 'conflict',
    text: '这个社团没有欠这么多积分，请看最新的情况。',
    next: { label: '看最新的' },
  },
  // the wall
  TEXT_RISKY: { kind: 'invalid', text: '这段话里有不合适发出来的内容，请改一下再发。' },
  OWN_COMMENT: { kind: 'forbidden', text: '自己的留言不用自己来处理。' },
  COMMENT_GONE: { kind: 'conflict', text: '这条留言已经被本人删掉了。' },
  COMMENTS_TOO_MANY: { kind: 'limited', retryAfter: DAY, text: '今天留言够多了，明天再来聊。' },
  QUARTER_GOES_ON: { kind: 'conflict', text: '这个季度还没结束，结束以后才能公布。' },
  STARS_PUBLISHED: { kind: 'conflict', text: '这个季度的名单已经公布了。' },
  MEMBERS_ONLY: {
    kind: 'forbidden',
    text: '场馆只对会员开放。',
    next: { label: '申请入会', screen: 'apply' },
  },
  NOT_FOR_YOUR_WORK: { kind: 'forbidden', text: '这个房间留给指定行业的职工，请看看其他房间。' },
} as const satisfies Record<string, Entry>;

export type RefusalCode = keyof typeof refusals;

/** The screens that refusals lead to; the mini-program's own table must have them. */
export type NextScreen = Extract<
  (typeof refusals)[RefusalCode],
  { next: { screen: string } }
>['next']['screen'];

/** What the table says of a code. */
export function refusalEntry(code: RefusalCode): Entry {
  return refusals[code];
}

/** Sentences for what is wrong with one field; schemas carry these codes as their messages. */
export const fieldTexts = {
  REQUIRED: '这一项还没有填',
  NAME: '请填身份证上的姓名',
  ID_NUMBER_LENGTH: '身份证号是 18 位，请数一数',
  ID_NUMBER_CHECKSUM: '最后一位对不上，请再核对一遍',
  ID_NUMBER_DATE: '出生日期那几位不对，请再核对一遍',
  ID_NUMBER_DIVISION: '前两位不是地区代码，请再核对一遍',
  PHONE: '手机号是 1 开头的 11 位数字',
  PLATFORM: '请填平台或公司名，如“顺达快递”',
  UNIT: '请填单位名称',
  LAST_FOUR: '请填银行卡号最后 4 位数字',
  CONSENT: '请先看过并同意',
  TOO_SHORT: '太短了，请写完整一些',
  TOO_LONG: '太长了，请精简一些',
  CHOICE: '请选一项',
  TIME: '时间不对，请重新选',
  NUMBER: '数字不对，请看一下范围',
  FORMAT: '格式不对，请再看一下',
} as const;

export type FieldCode = keyof typeof fieldTexts;

/** The sentence for a field code; an unknown one (a library's own message) gets the general sentence. */
export function fieldText(code: string): string {
  return (fieldTexts as Record<string, string>)[code] ?? fieldTexts.FORMAT;
}

/** What a refusal says beside its code: facts that the caller may know; never somebody else's. */
export const Details = v.object({
  /** Each fault by the path of its field in the input. */
  fields: v.optional(v.record(text(100), v.picklist(Object.keys(fieldTexts) as [FieldCode, ...FieldCode[]]))),
  /** What somebody else has decided before, and when. */
  outcome: v.optional(text(20)),
  decidedAt: v.optional(Time),
  /** The working name of who that was. */
  decidedBy: v.optional(text(40)),
  /** What is free instead of what was wanted. */
  alternatives: v.optional(list(FreeSlot, 4)),
  /** From when what was wanted can be booked, and until when somebody can book nothing. */
  opensAt: v.optional(Time),
  until: v.optional(Time),
});
export type Details = v.InferOutput<typeof Details>;

/** Details as the functions hand them on: `by` is the id of who was first; no answer carries it. */
type Told = Readonly<Details & { by?: string }>;

/** The one expected "no". */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Told | undefined;

  constructor(code: RefusalCode, details?: Told) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}
