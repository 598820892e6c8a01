export default definePageConfig({ navigationBarTitleText: '小组每周订' });
