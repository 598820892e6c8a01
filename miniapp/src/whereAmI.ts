import type { Point } from '@niangjia/shared/venues/distance';
import Taro from '@tarojs/taro';
import { onTheMap } from './gcj02.ts';

const PATIENCE = 5000;

/** Where this phone is, as the map has it; undefined when it is not told. Asked inside a tap alone, and not kept. */
export async function whereAmI(): Promise<Point | undefined> {
  const weapp = process.env.TARO_ENV === 'weapp';
  try {
    const { latitude, longitude } = await Taro.getLocation({
      type: weapp ? 'gcj02' : 'wgs84',
      isHighAccuracy: true,
      highAccuracyExpireTime: PATIENCE,
    });
    return weapp ? { latitude, longitude } : onTheMap({ latitude, longitude });
  } catch {
    return undefined;
  }
}
