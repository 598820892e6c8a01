export default { navigationBarTitleText: '谁看过我的资料' };
