/** Words of the development build's choice of people. */
export const demoTexts = {
  whom: '您以谁的身份打开？',
  note: '仅在开发环境出现。两个窗口可以是两个人。',
  workers: '职工',
  staff: '工会干部',
  acting: (name: string) => `现在以${name}的身份打开`,
  change: '换一个人',
};
