/** Words of finding a member who came about their card or their phone. */
export const findTexts = {
  title: '找会员',
  heading: '来办什么',
  note: '每次查看都会记下：谁看的、为什么。',
  purposes: { printCard: '打印会员卡', bindPhone: '绑定手机', lostPhone: '手机丢了' },
  purpose: '来办什么',
  number: '身份证号或会员卡号',
  numberExample: '18 位或 12 位',
  numberWrong: '身份证号是 18 位，会员卡号是 12 位，请数一数',
  find: '查找',
  finding: '正在查找',
  another: '查下一位',
  facts: {
    idNumber: '身份证号',
    cardNumber: '会员卡号',
    org: '所在工会',
    since: '入会',
    account: '手机',
  },
  memberships: { active: '', suspended: '（会籍已暂停）', left: '（已退会）' },
  accounts: {
    none: '还没有绑定',
    bound: '已绑定微信',
    frozen: '已停用',
  },
  since: (time: string) => `，${time}`,
  contested: '还有一份申请用了同一个证件号。办完这件事，请到审核里当面对照处理。',
  print: '打印这张卡',
} as const;

/** Words of binding a phone at the desk. */
export const bindTexts = {
  heading: '绑定这位会员的手机',
  steps: [
    '请他在手机上打开“娘家”，首页点“已经是会员，换了手机”。',
    '扫手机上的绑定码，或输入码下面的 8 位。两分钟内有效。',
  ],
  scan: '扫绑定码',
  photo: '拍绑定码',
  unreadable: '没有认出来，请再试一次，或输入码下面的 8 位。',
  typed: '绑定码',
  typedExample: '如 K7PX-3M9R',
  scanned: '已扫到绑定码',
  seen: '证件已核对，是他本人',
  seenFirst: '请先核对证件',
  codeFirst: '请先扫码或输入绑定码',
  before: '绑好以后，原来的手机不能再登录，正在用的 15 分钟内退出，并会收到通知。',
  bind: '绑定这部手机',
  done: '绑好了',
  doneNote: '请他看手机，会员卡已经自己出现了。',
} as const;

/** Words of freezing an account whose phone was lost. */
export const freezeTexts = {
  heading: '停用丢失的手机',
  notes: [
    '那部手机不能再登录，正在用的 15 分钟内退出；上面的会员码扫了都是无效。',
    '他如果是工会干部，那部手机马上不能再办事。',
    '会籍不受影响。恢复只能在窗口，带身份证来绑定手机。',
  ],
  how: '怎么知道是他本人或家人',
  evidences: { seenAtDesk: '带证件来了', none: '电话里核对了姓名和证件号' },
  howFirst: '请先选一下怎么核对的',
  freeze: '停用这个账号',
  done: '已经停用',
  doneNote: '恢复只能在窗口：带身份证来，绑定新手机或找回的手机。',
  none: '这位会员没有绑定手机，不需要停用。',
  frozen: '这个账号已经停用。恢复请选“绑定手机”。',
} as const;
