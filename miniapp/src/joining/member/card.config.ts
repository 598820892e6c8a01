export default { navigationBarTitleText: '我的会员卡' };
