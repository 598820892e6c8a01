export default definePageConfig({ navigationBarTitleText: '核实会员否认' });
