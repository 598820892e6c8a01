export default { navigationBarTitleText: '申请入会' };
