export default definePageConfig({ navigationBarTitleText: '社团数据' });
