export default { navigationBarTitleText: '娘家' };
