/** Words of the development build's choice of people. */
export const demoTexts = {
  whom: '您以谁的身份打开？',
  note: '仅在开发环境出现。两个窗口可以是两个人。',
  byPhone: '用手机扫码登录',
  byPhoneNote: '和正式网页一样：另一个窗口当手机，扫这里的码',
  phone: '仅在开发环境：拿另一个窗口当手机',
  phoneNote: '在同一个浏览器里打开下面的地址，点“扫一扫”，就会扫到这里的二维码。',
  workers: '职工',
  staff: '工会干部',
  acting: (name: string) => `现在以${name}的身份打开`,
  change: '换一个人',
};
