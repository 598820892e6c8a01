export default { navigationBarTitleText: '核对更正' };
