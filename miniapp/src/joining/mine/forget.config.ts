export default { navigationBarTitleText: '忘记我' };
