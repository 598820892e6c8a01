import Taro from '@tarojs/taro';
import { useEffect, useState } from 'react';

const WIDE = 1024;
const isWide = () => Taro.getWindowInfo().windowWidth >= WIDE;

/** Whether the window is as wide as a desk (≥ 1024 px); follows the window as it is resized. */
export function useWide(): boolean {
  const [wide, setWide] = useState(isWide);
  useEffect(() => {
    const look = () => setWide(isWide());
    Taro.onWindowResize(look);
    return () => Taro.offWindowResize(look);
  }, []);
  return wide;
}
