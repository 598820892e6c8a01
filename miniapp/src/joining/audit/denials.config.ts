export default definePageConfig({ navigationBarTitleText: '会员否认入会' });
