/** Words of checking somebody's card. */
export const verifyTexts = {
  title: '核验会员卡',
  headline: '扫一下对方的会员码',
  note: '只会看到是否有效、隐去的姓名和所在工会。会员码 60 秒更新一次，截图无效。',
  scan: '扫会员码',
  photo: '拍会员码',
  checking: '正在核验',
  again: '再扫一位',
  typed: '扫不出来，可以粘贴会员码的文字',
  check: '核验',
  valid: '有效',
  invalid: '无效',
  invalidNote: '会员码已过期或不是工会会员码。请对方打开会员卡，再扫一次。',
  unreadable: '照片里没有看清会员码，请靠近一些再拍。',
  name: '姓名',
  org: '所在工会',
};
