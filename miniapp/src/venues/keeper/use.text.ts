/** Words of the page on which a keeper sees how a house is used, and takes its bookings to a spreadsheet. */
export const usageTexts = {
  title: '使用情况',
  sentence: '什么时候满，什么时候空',
  since: (from: string, until: string) => `${from} 到 ${until}，四个星期`,
  room: '看哪一间',
  all: '全部房间',
  measure: '看什么',
  measures: { booked: '订了', came: '来了', missed: '没来', empty: '空着' },
  /** Of what each share is a share. */
  ofWhat: {
    booked: '每格是订了的占多少',
    came: '每格是来了的占多少',
    missed: '每格是订了没来的占多少',
    empty: '每格是空着的占多少',
  },
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  hour: (hour: number) => `${hour}:00`,
  percent: (share: number) => `${Math.round(share * 100)}%`,
  none: '–',
  busiest: (when: string, share: string) => `最满：${when}，订了 ${share}`,
  quietest: (when: string, share: string) => `最空：${when}，订了 ${share}`,
  numbers: (places: number, booked: number, came: number, missed: number) =>
    `可订 ${places}，订了 ${booked}，来了 ${came}，没来 ${missed}，空着 ${places - booked}`,
  total: '四个星期合计',
  touch: '点一格看数字',
  nothing: '这四个星期没有开放过的时段',
  nothingNote: '开放并有人来过以后，这里会出现。',
} as const;

/** Words of taking bookings to a spreadsheet. */
export const exportTexts = {
  heading: '把预订存成表格',
  note: '表格里的姓名是遮过的；一次最多 31 天。',
  from: '从哪天',
  until: '到哪天（含）',
  periodWrong: '结束要不早于开始，且一次最多 31 天',
  prepare: '整理这段时间的预订',
  preparing: (rows: number) => `正在整理，已有 ${rows} 条`,
  ready: (rows: number) => (rows === 0 ? '这段时间没有预订' : `整理好了，一共 ${rows} 条`),
  save: process.env.TARO_ENV === 'weapp' ? '发到微信里保存' : '存成文件',
  saved: process.env.TARO_ENV === 'weapp' ? '已发送，可以在聊天里打开' : '已存到这台设备的下载里',
  fileName: (venue: string, from: string, until: string) => `${venue}-预订-${from}-${until}.csv`,
  columns: ['日期', '开始', '结束', '房间', '会员', '结果', '谁订的'],
  outcomes: {
    came: '来了',
    confirmed: '已订',
    pending: '等确认',
    missed: '没来',
    lifted: '没来（已撤销）',
    cancelled: '取消了',
  },
  by: { member: '本人', keeper: '场馆帮订', group: '小组' },
} as const;
