export default definePageConfig({ navigationBarTitleText: '办互助卡' });
