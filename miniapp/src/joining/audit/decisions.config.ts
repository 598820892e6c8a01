export default definePageConfig({ navigationBarTitleText: '决定记录' });
