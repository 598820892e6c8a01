export default { navigationBarTitleText: '职工沟通会' };
