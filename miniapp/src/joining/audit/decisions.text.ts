import type { DecisionKind, Searched } from '@niangjia/shared/audit/record';
import { type ClubPolicyField, clubPolicyNames } from '@niangjia/shared/clubs/policyNames';
import type { ConsentName } from '@niangjia/shared/joining/consents';
import type { PolicyField } from '@niangjia/shared/venues/policy';
import { policyNames } from '@niangjia/shared/venues/policyNames';
import type { SaidOfRoom, SaidOfVenue } from '@niangjia/shared/venues/said';
import { fieldNames } from '../fieldNames.text.ts';

/** Words of the search for decisions. */
export const decisionsTexts = {
  title: '决定记录',
  sentence: '谁做了什么决定',
  table: '决定记录',
  columns: { at: '时间', member: '对谁', what: '决定', why: '依据', by: '谁决定', org: '哪个工会' },
  outcome: '哪一种决定',
  everyOutcome: '全部',
  own: '本人',
  /** Nobody decided: a keeping period was over. */
  byItself: '到期自动',
  helpedBy: (name: string) => `${name} 帮着填的`,
  onSite: '沟通会现场',
  fields: (names: string) => `要改：${names}`,
  about: (names: string) => `涉及：${names}`,
};

/** What was decided, by kind and outcome. */
export const outcomeNames: Readonly<Record<Searched, string>> = {
  'application.approved': '入会通过',
  'application.rejected': '入会退回',
  'application.withdrawn': '撤回申请',
  'application.voided': '作废',
  'membership.left': '退会',
  'correction.corrected': '本人更正',
  'correction.approved': '更正通过',
  'correction.rejected': '更正不同意',
  'account.bound': '绑定手机',
  'account.frozen': '手机丢失停用',
  'bankCard.issued': '互助卡办好',
  'callBack.confirmed': '回访确认',
  'callBack.notReached': '回访没打通',
  'callBack.denied': '回访否认',
  'callBack.settled': '否认已核实',
  'booking.confirmed': '预订同意',
  'booking.refused': '预订不同意',
  'booking.cancelled': '预订取消',
  'booking.closed': '关闭时段',
  'booking.bookedFor': '帮会员预订',
  'booking.letIn': '现场登记',
  'noShow.lifted': '爽约撤销',
  'noShow.kept': '爽约申诉没有通过',
  'room.closed': '关闭房间',
  'room.reopened': '重新开放房间',
  'venue.opened': '新建场馆',
  'venue.changed': '改动场馆',
  'group.leads': '小组带头人',
  'group.leadsNoMore': '小组换了带头人',
  'policy.drafted': '新的规则',
  'club.approved': '社团同意',
  'club.refused': '社团退回',
  'club.closed': '社团停办',
  'club.leads': '社团负责人',
  'club.leadsNoMore': '社团换了负责人',
  'activity.approved': '活动同意',
  'activity.returned': '活动退回',
  'activity.settled': '签到核实',
  'activity.struck': '划去一位参加的人',
  'activity.proposed': '提出调整评级',
  'activity.graded': '活动评级',
  'activity.voided': '活动作废',
  'activity.reversed': '积分撤回',
  'redemption.reviewed': '兑换审核通过',
  'redemption.refused': '兑换不同意',
  'redemption.paid': '补助已付',
  'redemption.returned': '银行退回',
  'redemption.cancelled': '兑换取消',
  'redemption.repaid': '社团还款',
  'post.shown': '总结放出',
  'post.hidden': '总结收起',
  'comment.shown': '留言放出',
  'comment.hidden': '留言收起',
  'budget.set': '社团预算',
  'stars.published': '公布季度之星',
  'forgetting.asked': '申请删除资料',
  'forgetting.forgotten': '资料已删除',
};
export const consentOutcomes: Readonly<Record<string, string>> = {
  'consent.given': '同意',
  'consent.withdrawn': '撤回同意',
};

/** The states between which a decision moved something, by its kind. */
export const stateNames: Readonly<Record<DecisionKind, Readonly<Record<string, string>>>> = {
  application: {
    submitted: '待审核',
    approved: '已通过',
    rejected: '已退回',
    withdrawn: '已撤回',
    voided: '已作废',
  },
  membership: { active: '在会', suspended: '会籍暂停', left: '已退会' },
  correction: {
    requested: '等核对',
    approved: '已更正',
    rejected: '没有更正',
    kept: '原来的',
    corrected: '已更正',
  },
  consent: { none: '没有同意', given: '已同意', withdrawn: '已撤回' },
  account: { none: '没有绑定', bound: '已绑定', frozen: '已停用' },
  bankCard: { requested: '等办卡', issued: '已办好' },
  callBack: {
    open: '待回访',
    confirmed: '已确认',
    notReached: '没打通',
    denied: '否认入会',
    settled: '已核实',
  },
  booking: {
    pending: '等确认',
    booked: '已订',
    confirmed: '已确认',
    refused: '没有同意',
    cancelled: '已取消',
    closed: '已取消',
    free: '空着',
    bookedFor: '帮着订了',
    letIn: '现场用上了',
  },
  room: { open: '开着', closed: '关了', reopened: '又开了' },
  policy: { before: '上一版', drafted: '新的一版' },
  venue: { none: '没有', opened: '开着', changed: '改好' },
  club: {
    applied: '等审核',
    active: '在办',
    approved: '通过了',
    refused: '退回了',
    closed: '停办',
    none: '没有带',
    leads: '带社团',
    leadsNoMore: '不再带',
  },
  activity: {
    declared: '等审核',
    approved: '通过了',
    returned: '退回了',
    held: '办过了',
    reported: '等评级',
    counted: '签到数过了',
    settled: '核实过了',
    came: '签到了',
    struck: '划去了',
    proposed: '等第二位确认',
    graded: '评了级',
    voided: '作废了',
    reversed: '撤回了',
  },
  redemption: {
    requested: '等审核',
    reviewed: '等付款',
    paid: '付了',
    refused: '没有同意',
    returned: '银行退回',
    cancelled: '取消了',
    owed: '欠着',
    repaid: '还了',
  },
  post: { waiting: '等看过', shown: '放出来了', hidden: '收起了' },
  comment: { waiting: '等看过', shown: '放出来了', hidden: '收起了' },
  budget: { none: '没有', before: '原来的', set: '定好了' },
  stars: { none: '没有公布', published: '公布了' },
  noShow: { counted: '记着', lifted: '已撤销', kept: '保留' },
  group: { none: '没有带', leads: '带小组', leadsNoMore: '不再带' },
  forgetting: { kept: '保留着', asked: '等到期删除', forgotten: '已删除' },
};

const consentNames: Readonly<Record<ConsentName, string>> = {
  privacy: '隐私政策',
  realName: '实名',
  pledge: '入会誓词',
  bank: '办卡银行',
};

/** What of a venue, of a policy or of a budget was changed. */
export const changedNames: Readonly<
  Record<SaidOfVenue | PolicyField | ClubPolicyField | 'points' | 'fen' | 'voucher', string>
> = {
  points: '积分',
  fen: '金额',
  voucher: '凭证号',
  ...clubPolicyNames,
  ...policyNames,
  name: '名称',
  address: '地址',
  latitude: '纬度',
  longitude: '经度',
  phone: '电话',
  words: '说明',
  hours: '开放时间（周日起）',
  next: '以后的开放时间（周日起）',
  closedDays: '不开门的日子',
  photos: '照片',
};

/** What of a room was changed. */
export const changedOfRoom: Readonly<Record<SaidOfRoom | 'door', string>> = {
  name: '名称',
  kind: '用途',
  slotMinutes: '每次几分钟',
  next: '以后每次几分钟',
  capacity: '同时几人',
  daysAhead: '提前几天',
  opensAtHour: '几点开放',
  audience: '给谁用',
  needsApproval: '要确认',
  retired: '停用',
  door: '门口的码换了新的',
};

/** Fields and consents by name; never their values. */
export const aboutNames: Readonly<Record<string, string>> = { ...fieldNames, ...consentNames };
