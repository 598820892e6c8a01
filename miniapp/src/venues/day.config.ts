export default definePageConfig({ navigationBarTitleText: '订场馆' });
