export default { navigationBarTitleText: '扫码登录电脑' };
