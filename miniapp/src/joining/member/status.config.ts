export default { navigationBarTitleText: '入会进度' };
