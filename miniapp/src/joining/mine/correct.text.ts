/** Words of correcting one's own data. */
export const correctTexts = {
  title: '更正资料',
  headline: '哪里变了就改哪里',
  note: '改完马上生效，不用审核。我们只记下改了哪几项、什么时候改的。',
  phoneNow: (masked: string) => `现在是 ${masked}，不改就空着`,
  noPhone: '现在没有留手机号，可以不填',
  workNote: '换了单位，会籍暂时还在原来的工会。',
  save: '保存更正',
  saving: '正在保存',
  nothing: '还没有改动',
  toMend: '有一处要再看一下',
};
