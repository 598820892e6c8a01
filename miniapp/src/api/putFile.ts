import Taro from '@tarojs/taro';
import { offline } from './refused.ts';

const TIMEOUT = 60_000;

/**
 * Puts bytes where an address signed for them says. `over` when the address is good no more; throws Refused when
 * nothing answers. `onSent` hears the part that has left, where the phone tells: WeChat does not.
 */
export async function putFile(
  url: string,
  type: string,
  bytes: ArrayBuffer,
  onSent: (part: number) => void,
): Promise<'there' | 'over'> {
  const status = await (process.env.TARO_ENV === 'weapp'
    ? putInWeapp(url, type, bytes)
    : putOnWeb(url, type, bytes, onSent));
  if (status === 403) return 'over';
  if (status < 200 || status > 299) throw offline();
  return 'there';
}

/** `wx.uploadFile` sends forms only. */
async function putInWeapp(url: string, type: string, bytes: ArrayBuffer): Promise<number> {
  const sent = {
    url,
    method: 'PUT',
    data: bytes,
    header: { 'content-type': type },
    timeout: TIMEOUT,
  } as const;
  const answer = await Taro.request(sent).catch(() => {
    throw offline();
  });
  return answer.statusCode;
}

function putOnWeb(
  url: string,
  type: string,
  bytes: ArrayBuffer,
  onSent: (part: number) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('content-type', type);
    request.timeout = TIMEOUT;
    request.upload.onprogress = ({ loaded, total }) => onSent(loaded / total);
    request.onload = () => resolve(request.status);
    request.onerror = () => reject(offline());
    request.ontimeout = () => reject(offline());
    request.send(bytes);
  });
}
