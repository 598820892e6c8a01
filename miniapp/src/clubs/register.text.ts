/** Words of asking for a club, and of changing what it says of itself. */
export const registerTexts = {
  title: '登记社团',
  headline: '办一个社团，您来带',
  headlineChange: '社团的介绍',
  headlineMend: '改好再交给工会',
  note: '在您的工会名下，审核通过就能招人、办活动。',
  noteChange: '改了以后大家马上看得到。',
  said: (words: string) => `工会说：${words}`,
  name: '名称',
  nameExample: '比如：喜阅社',
  category: '哪一类',
  words: '做什么，谁可以来',
  wordsExample: '比如：每周三晚上一起读书，喜欢读书的都可以来',
  submit: '交给工会审核',
  submitting: '正在提交',
  save: '保存',
  saving: '正在保存',
} as const;
