export default definePageConfig({ navigationBarTitleText: '季度之星' });
