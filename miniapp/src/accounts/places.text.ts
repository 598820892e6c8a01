import type { Browser } from '@niangjia/shared/browser';
import type { Role } from '@niangjia/shared/roles';

const families: Record<Browser['family'], string> = {
  chrome: 'Chrome 浏览器',
  edge: 'Edge 浏览器',
  firefox: '火狐浏览器',
  safari: 'Safari 浏览器',
  qq: 'QQ 浏览器',
  sogou: '搜狗浏览器',
  qihoo: '360 浏览器',
  wechat: '微信里的网页',
  other: '浏览器',
};
const systems: Record<Browser['system'], string> = {
  windows: 'Windows 电脑',
  mac: '苹果电脑',
  linux: 'Linux 电脑',
  android: '安卓设备',
  ios: '苹果手机或平板',
  other: '一台设备',
};

/** Which browser on which machine, as one says it. */
export const sayBrowser = ({ family, system }: Browser) => `${systems[system]}的 ${families[family]}`;

/** Roles as staff call them. */
export const roleTexts: Record<Role, string> = {
  reviewer: '审核',
  venueKeeper: '场馆管理',
  clubReviewer: '社团审核',
  finance: '财务',
  matchmaker: '红娘',
  bankClerk: '银行柜员',
  auditor: '审计',
  admin: '管理员',
};
