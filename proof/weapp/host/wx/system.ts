import { asking } from './asked.ts';
import { listening } from './listeners.ts';

const BAR = 48;

const windowInfo = () => ({
  pixelRatio: devicePixelRatio,
  screenWidth: innerWidth,
  screenHeight: innerHeight,
  windowWidth: innerWidth,
  windowHeight: innerHeight - BAR,
  statusBarHeight: 0,
  safeArea: {
    left: 0,
    right: innerWidth,
    top: 0,
    bottom: innerHeight,
    width: innerWidth,
    height: innerHeight,
  },
});
const appBaseInfo = () => ({
  SDKVersion: '3.5.0',
  version: '8.0.50',
  language: 'zh_CN',
  enableDebug: false,
  theme: 'light',
  fontSizeSetting: 17,
  fontSizeScaleFactor: 1,
});
const deviceInfo = () => ({ brand: 'host', model: 'host', platform: 'android', system: 'Android 10' });

const appShow = listening('appShow');
const appHide = listening('appHide');
const windowResize = listening('windowResize');

/** What the phone is and when it is looked at. */
export const system = {
  env: { USER_DATA_PATH: 'http://usr' },
  getWindowInfo: windowInfo,
  getAppBaseInfo: appBaseInfo,
  getDeviceInfo: deviceInfo,
  getSystemInfoSync: () => ({ ...windowInfo(), ...appBaseInfo(), ...deviceInfo() }),
  getRandomValues: asking('getRandomValues', ({ length }: { length: number }) => ({
    randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer,
  })),
  nextTick: (act: () => void) => void setTimeout(act),
  onAppShow: appShow.on,
  offAppShow: appShow.off,
  onAppHide: appHide.on,
  offAppHide: appHide.off,
  onWindowResize: windowResize.on,
  offWindowResize: windowResize.off,
};
