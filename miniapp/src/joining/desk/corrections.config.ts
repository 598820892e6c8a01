export default { navigationBarTitleText: '更正核对' };
