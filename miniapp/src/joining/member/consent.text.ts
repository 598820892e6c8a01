/**
 * The texts a person agrees to. A changed wording is a new version in shared/joining/form.ts.
 * The pledge keeps to what the Constitution of the Trade Unions of China (2023) asks of a member:
 * applying of one's own will, acknowledging the constitution, and the duties of its fourth article.
 */
export const consentTexts = {
  step: '第 1 步，共 2 步',
  lead: '先看这三段话',
  next: '同意，去填写',
  missing: '请先看过并勾选上面三项',
  texts: [
    {
      key: 'privacy',
      heading: '隐私说明',
      paragraphs: [
        '您填的姓名、身份证号、手机号、民族、学历、政治面貌和工作信息，只用来办入会和工会服务，不给别人，不做广告。',
        '信息加密保存。只有审核的工会干部打开您的申请时能看到，每次打开都有记录。',
        '没通过或撤回的申请，30 天后删除。您可以随时请工会查看、更正，也可以退会并要求删除。',
      ],
      tick: '我看过并同意《隐私说明》',
    },
    {
      key: 'realName',
      heading: '实名信息单独同意',
      paragraphs: [
        '身份证号是敏感个人信息，只用来确认是您本人、避免重复入会，并得出性别和出生日期。不同意就不能在这里入会，您仍可到工会窗口咨询。',
      ],
      tick: '我同意为入会处理我的姓名和身份证号',
    },
    {
      key: 'pledge',
      heading: '入会誓词',
      paragraphs: [
        '我自愿加入中国工会，承认《中国工会章程》，遵守工会章程，执行工会决议，参加工会活动，按月交纳会费，维护中国工人阶级和工会组织的团结统一，发扬阶级友爱，搞好互助互济。',
      ],
      tick: '这是我的誓词',
    },
  ],
} as const;
