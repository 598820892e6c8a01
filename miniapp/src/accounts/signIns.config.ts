export default { navigationBarTitleText: '登录着的电脑' };
