export default definePageConfig({ navigationBarTitleText: '交流展示' });
