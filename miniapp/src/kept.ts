import Taro from '@tarojs/taro';

/** What is kept on this phone until it is forgotten; undefined when there is nothing. */
export function kept<T>(name: string): T | undefined {
  const value: unknown = Taro.getStorageSync(name);
  return value === '' || value === null || value === undefined ? undefined : (value as T);
}

/** Keeps a value on this phone. */
export function keep(name: string, value: unknown): void {
  Taro.setStorageSync(name, value);
}

/** Forgets a kept value. */
export function forget(name: string): void {
  Taro.removeStorageSync(name);
}

/** The same three for one tab: on H5 two windows can be two people. In WeChat there is one window. */
export const thisTab = {
  kept<T>(name: string): T | undefined {
    if (process.env.TARO_ENV === 'weapp') return kept<T>(name);
    const text = sessionStorage.getItem(name);
    return text === null ? undefined : (JSON.parse(text) as T);
  },
  keep(name: string, value: unknown): void {
    if (process.env.TARO_ENV === 'weapp') keep(name, value);
    else sessionStorage.setItem(name, JSON.stringify(value));
  },
  forget(name: string): void {
    if (process.env.TARO_ENV === 'weapp') forget(name);
    else sessionStorage.removeItem(name);
  },
};
