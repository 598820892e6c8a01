export default { navigationBarTitleText: '我同意过的' };
