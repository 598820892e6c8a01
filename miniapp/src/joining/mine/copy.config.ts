export default { navigationBarTitleText: '导出我的资料' };
