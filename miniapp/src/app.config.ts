export default defineAppConfig({
  // A scanned poster opens the first page; it is the one that must be quickest.
  pages: ['joining/session', 'home', 'joining/apply', 'joining/status', 'joining/card', 'joining/verify'],
  subPackages: [
    {
      root: 'joining/desk',
      pages: ['sessions', 'openSession', 'poster', 'queue', 'case', 'board', 'bankCards'],
    },
  ],
  window: {
    navigationBarBackgroundColor: '#FBF7F2',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '娘家',
    backgroundColor: '#FBF7F2',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
