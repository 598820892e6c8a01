export default { navigationBarTitleText: '退会' };
