import Taro from '@tarojs/taro';

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * 128 random bits as 32 hexadecimal digits. WeChat has no `crypto`, but its own source of random bytes;
 * a browser has `crypto`, and Taro offers nothing there.
 */
export async function randomKey(): Promise<string> {
  if (process.env.TARO_ENV !== 'weapp') return hex(crypto.getRandomValues(new Uint8Array(16)));
  const { randomValues } = await Taro.getRandomValues({ length: 16 });
  return hex(new Uint8Array(randomValues as ArrayBuffer));
}
