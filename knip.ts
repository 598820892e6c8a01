import type { KnipConfig } from 'knip';
// Taro finds the pages by the app's own list; so does this.
import { releasedPages } from './dev/releasedPages.ts';

export default {
  workspaces: {
    '.': {
      entry: [
        'dev/{start,test,build,demo,verifyLedgers}.ts',
        'dev/*.cjs',
        'dev/environmentCredentials.ts',
        'dev/noEndpointCache.ts',
        'dev/noEventStreams.ts',
        'proof/{bench,portman}.ts',
        'proof/weapp/host/host.ts',
      ],
      project: ['dev/**/*.{ts,mjs,cjs}', 'proof/**/*.ts'],
      // A jar, and commands that are run by their path.
      ignoreDependencies: ['@apideck/portman', 'amplify-dynamodb-simulator', 'dependency-cruiser'],
    },
    shared: { project: ['**/*.ts'] },
    functions: {
      entry: ['*/**/index.ts', '{stream,delivery,forgetting}.ts', '{venues,clubs}/tick.ts'],
      project: ['**/*.ts'],
    },
    miniapp: {
      // Taro's stand-ins come in through aliases of the screen tests.
      entry: [
        'src/app.tsx',
        'src/**/*.config.ts',
        'config/index.ts',
        'test/{components.tsx,taro.ts}',
        ...releasedPages.map((page) => `src/${page}.tsx`),
      ],
      project: ['src/**/*.{ts,tsx}', 'config/**/*.ts', 'test/**/*.{ts,tsx}'],
      // Taro and Babel load these by name.
      ignoreDependencies: [
        '@babel/runtime',
        '@tarojs/plugin-platform-h5',
        '@tarojs/plugin-platform-weapp',
        '@tarojs/react',
        '@tarojs/webpack5-runner',
        'react-dom',
      ],
    },
  },
} satisfies KnipConfig;
