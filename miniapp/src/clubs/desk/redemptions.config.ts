export default definePageConfig({ navigationBarTitleText: '补助兑换' });
