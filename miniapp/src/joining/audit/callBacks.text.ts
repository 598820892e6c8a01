/** Words of calling members back. */
export const callBacksTexts = {
  title: '回访',
  sentence: (people: number | undefined, more: boolean) =>
    people === undefined
      ? '回访会员'
      : people === 0
        ? '没有要回访的会员'
        : `${people}${more ? '+' : ''} 位会员要回访`,
  share: (share: number) =>
    `从通过的申请里随机抽 ${Number((share * 100).toFixed(1))}%，打电话问一句：是不是本人申请的。`,
  table: '要回访的会员',
  columns: {
    member: '会员',
    org: '工会',
    approved: '入会通过',
    state: '打过没有',
    acts: '',
  },
  approved: (name: string, when: string) => `${name} 通过，${when}`,
  called: (name: string, when: string) => `${name} 回访，${when}`,
  untried: '还没打过',
  tried: (times: number) => `打过 ${times} 次，没打通`,
  mine: '您正在回访',
  taken: (name: string) => `${name} 正在回访`,
  open: '打电话',
  goOn: '接着办',
  none: '这里没有要回访的',
  noneNote: '通过的申请抽到了，会自己列出来。',
  toDecisions: '看决定记录',
  keys: '键盘：↓ ↑ 或 j、k 换一位，回车打开',
  denied: (people: number, more: boolean) => `${people}${more ? '+' : ''} 位说没有申请过，等上级工会核实`,
  deniedTable: '说没有申请过的会员',
  deniedColumns: { member: '会员', org: '工会', approved: '入会通过', called: '回访' },
};

/** Words of one member who is called back. */
export const callBackTexts = {
  title: '回访会员',
  opening: '正在打开，并记下这次查看',
  recorded: '打开已记录，会员本人也能看到。两小时内由您回访。',
  call: '拨打',
  ask: '可以这样问',
  script: '您好，我是总工会的。想跟您核实一下，工会会员是您自己申请的吗？',
  facts: {
    phone: '手机号',
    org: '工会',
    approved: '审核',
    evidence: '依据',
    cardNumber: '会员卡号',
    tries: '打过',
    words: '上次记的',
  },
  tries: (times: number) => (times === 0 ? '还没打过' : `${times} 次，没打通`),
  result: '打下来怎么样',
  results: { confirmed: '是本人申请的', notReached: '没打通', denied: '说没有申请过' },
  words: '记一句（可以不写）',
  wordsDenied: '对方怎么说的，记一句',
  wordsMissing: '请记一句对方怎么说的，上级工会核实时要看。',
  choose: '请先选打下来怎么样。',
  note: '记下结果',
  noted: {
    confirmed: '记下了：是本人申请的',
    notReached: '记下了：没打通',
    denied: '记下了，上级工会会去核实',
  },
  notedNote: '没打通的会回到名单里，换个时间再打。',
  lapsed: '这位会员已经退会或收回了同意',
  lapsedNote: '不用打了，已从名单里拿掉。',
  next: '看下一位',
};

/** Words of the node above, about members who say they did not join. */
export const denialsTexts = {
  title: '会员否认入会',
  sentence: (people: number | undefined, more: boolean) =>
    people === undefined
      ? '会员说没有申请过'
      : people === 0
        ? '没有要核实的'
        : `${people}${more ? '+' : ''} 位说没有申请过`,
  note: '审计回访时，会员说没有申请过入会。请核实，处理完记一句。',
  open: '打开核实',
  none: '这里没有要核实的',
  noneNote: '审计回访到了，会自己列出来。',
  toQueue: '去审核',
  keys: '键盘：↓ ↑ 或 j、k 换一位，回车打开',
  recorded: '打开已记录：谁、什么时候、为什么看的，本人也能看到。',
  said: '回访时说',
  words: '怎么处理的，记一句',
  wordsMissing: '请记一句怎么处理的。',
  settle: '处理好了',
  settled: '记下了',
  settledNote: '审计那边也看得到。',
  gone: '这位会员的资料已不能查看',
  next: '看下一位',
};
