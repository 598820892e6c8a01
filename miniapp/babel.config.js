// WeChat's engines on old phones speak ES2015; H5 is for browsers of the last six years.
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        hot: false,
        targets: process.env.TARO_ENV === 'weapp' ? { chrome: '49', ios: '10' } : { chrome: '80', ios: '13' },
      },
    ],
  ],
};
