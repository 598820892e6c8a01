import { tabs } from './tabs.ts';

/** What a worker needs next, fetched while they read; the desk is fetched when somebody who works there opens it. */
const next: { network: 'all'; packages: string[] } = { network: 'all', packages: ['joining/member'] };
/** From one's own tab, one's own data too. */
const own = { ...next, packages: [...next.packages, 'joining/mine'] };

export default defineAppConfig({
  // A scanned poster opens the first page; it is the one that must be quickest.
  pages: ['joining/session', ...tabs.map(({ page }) => page)],
  subPackages: [
    {
      root: 'joining/member',
      pages: ['apply', 'status', 'card', 'verify'],
    },
    {
      root: 'joining/mine',
      pages: ['myData', 'correct', 'consents', 'readings', 'copy', 'forget', 'leave', 'identity'],
    },
    {
      root: 'joining/desk',
      pages: [
        'sessions',
        'openSession',
        'poster',
        'queue',
        'case',
        'board',
        'bankCards',
        'corrections',
        'correction',
      ],
    },
    {
      root: 'joining/audit',
      pages: ['decisions', 'disclosures', 'callBacks', 'callBack', 'paces', 'denials', 'denial'],
    },
    {
      root: 'accounts',
      pages: ['confirm', 'signIns'],
    },
    {
      root: 'joining/help',
      pages: ['helpJoin', 'findMember', 'printCard', 'bind'],
    },
    {
      root: 'venues',
      pages: ['list', 'day', 'about', 'bookings', 'noShows', 'weekly'],
    },
    {
      root: 'venues/keeper',
      pages: [
        'day',
        'appeals',
        'closing',
        'use',
        'groups',
        'photos',
        'setUp/house',
        'setUp/facts',
        'setUp/hours',
        'setUp/room',
        'setUp/door',
        'setUp/policy',
      ],
    },
    {
      root: 'clubs',
      pages: [
        'list',
        'mine',
        'club',
        'register',
        'members',
        'declare',
        'activity',
        'code',
        'report',
        'statement',
        'wall',
        'post',
        'stars',
      ],
    },
    {
      root: 'clubs/desk',
      pages: ['clubs', 'activities', 'activity', 'redemptions', 'wall', 'figures', 'policy'],
    },
  ],
  preloadRule: {
    'joining/session': next,
    ...Object.fromEntries(tabs.map(({ page, screen }) => [page, screen === 'me' ? own : next])),
  },
  tabBar: {
    custom: true,
    color: '#6E665C',
    selectedColor: '#C4161C',
    backgroundColor: '#FFFFFF',
    list: tabs.map(({ page, text }) => ({ pagePath: page, text })),
  },
  window: {
    navigationBarBackgroundColor: '#FBF7F2',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '娘家',
    backgroundColor: '#FBF7F2',
    backgroundTextStyle: 'dark',
  },
  // Asked for inside a tap only; every page works without it.
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '按远近排场馆，签到时核对您在现场' } },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
