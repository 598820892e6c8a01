export default definePageConfig({ navigationBarTitleText: '登记社团' });
