export default { navigationBarTitleText: '更正姓名或证件号' };
