export default { navigationBarTitleText: '核验会员卡' };
