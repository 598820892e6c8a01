export default { navigationBarTitleText: '更正资料' };
