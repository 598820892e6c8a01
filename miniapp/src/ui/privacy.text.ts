/** What WeChat wants to be asked about, and how one goes on without it. */
const uses = [
  {
    what: /phoneNumber/i,
    note: '微信会把您绑定的手机号告诉我们，只用来联系您办事。',
    without: '不同意也没关系，手机号可以自己填。',
  },
  {
    what: /album/i,
    note: '要把这张图片存进您的相册。',
    without: '不同意也没关系，可以点“看大图”，长按保存。',
  },
  {
    what: /location/i,
    note: '要知道您在哪儿，只用这一次：算离场馆多远，或者签到时核对您在现场，不保存。社团负责人打开签到码时，记作活动的地点。',
    without: '不同意也没关系，场馆按地区排；签到照样能签。',
  },
  {
    what: /chooseMedia/i,
    note: '要用您选的照片，传上来给会员看；照片里的位置会先去掉。',
    without: '不同意也没关系，可以请同事在电脑上传。',
  },
  {
    what: /calendar/i,
    note: '要在您的手机日历里加上这一条。',
    without: '不同意也没关系，“我的预订”里随时能看到。',
  },
] as const;

/** Words of the question before something personal is used for the first time. */
export const privacyTexts = {
  title: '用到您的信息，先问一声',
  use: (what: string) =>
    uses.find((use) => use.what.test(what)) ?? {
      note: '这一步要用到您手机里的信息。',
      without: '不同意也没关系，别的都照常用。',
    },
  contract: '看完整的隐私保护指引',
  agree: '同意',
  refuse: '不同意',
} as const;
