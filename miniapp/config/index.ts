import path from 'node:path';
import { defineConfig } from '@tarojs/cli';

const shared = path.resolve(__dirname, '../../shared');
// Installed beside this package rather than at the root, where the H5 runtime looks for it.
const framework = path.dirname(require.resolve('@tarojs/plugin-framework-react/package.json'));
const valibot = path.resolve(__dirname, '../../node_modules/valibot');

/**
 * One configuration for both front ends.
 *
 * Lengths: 1 px in a style sheet is 1 px of the 390-wide design and 1 logical pixel on every phone and desk;
 * nothing is scaled with the width of the screen (layouts flex instead), so pxtransform is off everywhere.
 *
 * TARO_APP_API is the API's address; the demo sign-in exists in the development build for H5 only.
 */
export default defineConfig(() => {
  const development = process.env.NODE_ENV === 'development';
  const h5 = process.env.TARO_ENV === 'h5';
  return {
    projectName: 'niangjia',
    date: '2026-11-22',
    designWidth: 390,
    deviceRatio: { 390: 1 },
    sourceRoot: 'src',
    outputRoot: `dist/${process.env.TARO_OUTPUT ?? process.env.TARO_ENV}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    alias: { '@tarojs/plugin-framework-react': framework },
    defineConstants: {
      'process.env.TARO_APP_API': JSON.stringify(
        process.env.TARO_APP_API ?? (development ? 'http://localhost:3000' : ''),
      ),
      'process.env.TARO_APP_DEMO': JSON.stringify(development && h5 ? 'yes' : ''),
    },
    // The picture of a share card, which WeChat wants as a file.
    copy: h5
      ? { patterns: [], options: {} }
      : {
          patterns: [{ from: 'src/pictures/share.png', to: 'dist/weapp/pictures/share.png' }],
          options: {},
        },
    // H5's compressor would quote private names and break them.
    terser: { enable: true, config: { output: { quote_keys: false } } },
    mini: {
      compile: { include: [shared, valibot] },
      optimizeMainPackage: { enable: true },
      // Components import their own styles, none of which overrides another's.
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
    },
    h5: {
      // The development server finds its files under an absolute path only.
      publicPath: development ? '/' : './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: [shared] },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: false, config: {} },
        cssModules: { enable: false },
      },
      webpackChain(chain) {
        // What several pages use is fetched once, rather than again with each page.
        chain.merge({
          optimization: {
            splitChunks: {
              cacheGroups: {
                pages: { name: 'pages', chunks: 'async', minChunks: 3, priority: 20, enforce: true },
              },
            },
          },
        });
      },
      devServer: { port: Number(process.env.H5_PORT ?? 8080), open: false, hot: false },
    },
  };
});
