import type { Point } from '@niangjia/shared/venues/distance';
import Taro from '@tarojs/taro';

/** Shows the way to a place: WeChat's own map, or on H5 a map service's page in another window. */
export function showTheWay({
  latitude,
  longitude,
  name,
  address,
}: Point & { name: string; address: string }): void {
  if (process.env.TARO_ENV === 'weapp') {
    void Taro.openLocation({ latitude, longitude, name, address, scale: 17 }).catch(() => {});
    return;
  }
  // Both have the map of China's own coordinates.
  const place = `position=${longitude},${latitude}&name=${encodeURIComponent(name)}`;
  window.open(`https://uri.amap.com/marker?${place}&src=niangjia&coordinate=gaode`, '_blank', 'noopener');
}

/** Calls a number; on H5 the browser asks the phone to. */
export function callUp(phoneNumber: string): void {
  void Taro.makePhoneCall({ phoneNumber }).catch(() => {});
}
