export default definePageConfig({ navigationBarTitleText: '订场情况' });
