/**
 * The tabs, for app.config.ts and for the bar (ui/Tabs.tsx). A tab's page is in the main package. The icon is a
 * path on 24 × 24, drawn as a line, filled where one is.
 */
export const tabs = [
  { screen: 'home', page: 'home', text: '首页', icon: 'M4 11l8-7 8 7v9h-5.5v-5.5h-5V20H4z' },
  { screen: 'inbox', page: 'messages/inbox', text: '消息', icon: 'M4 5h16v11h-8.5L7 20v-4H4z' },
  {
    screen: 'me',
    page: 'me',
    text: '我的',
    icon: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.6-4 3.6-6 7.5-6s6.9 2 7.5 6z',
  },
] as const;

export type TabName = (typeof tabs)[number]['screen'];
