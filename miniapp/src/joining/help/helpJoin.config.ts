export default definePageConfig({ navigationBarTitleText: '帮人入会' });
