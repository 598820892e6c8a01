import { expect, it } from 'vitest';
import { browserOf } from './browser.ts';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';

it.each([
  [`${WINDOWS} ${CHROME}`, 'chrome', 'windows'],
  [`${WINDOWS} ${CHROME} Edg/131.0.0.0`, 'edge', 'windows'],
  [`${WINDOWS} ${CHROME} Core/1.116 QQBrowser/13.4.6233.400`, 'qq', 'windows'],
  [`${WINDOWS} ${CHROME} SE 2.X MetaSr 1.0`, 'sogou', 'windows'],
  [`${WINDOWS} ${CHROME} QIHU 360EE`, 'qihoo', 'windows'],
  [`${WINDOWS} ${CHROME} NetType/WIFI MicroMessenger/7.0.20 WindowsWechat`, 'wechat', 'windows'],
  ['Mozilla/5.0 (Windows NT 10.0; rv:133.0) Gecko/20100101 Firefox/133.0', 'firefox', 'windows'],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
    'safari',
    'mac',
  ],
  [
    'Mozilla/5.0 (iPad; CPU OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'safari',
    'ios',
  ],
  [`Mozilla/5.0 (Linux; Android 14; V2324A) ${CHROME}`, 'chrome', 'android'],
  [`Mozilla/5.0 (X11; Linux x86_64) ${CHROME}`, 'chrome', 'linux'],
  ['curl/8.5.0', 'other', 'other'],
  ['', 'other', 'other'],
])('%s', (userAgent, family, system) => {
  expect(browserOf(userAgent)).toEqual({ family, system });
});
