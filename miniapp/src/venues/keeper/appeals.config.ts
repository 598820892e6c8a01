export default definePageConfig({ navigationBarTitleText: '没来的申诉' });
