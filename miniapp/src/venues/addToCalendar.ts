import { SECOND } from '@niangjia/shared/time';
import Taro from '@tarojs/taro';
import type { Coming } from './calendarFile.ts';

// WeChat has the phone's calendar; a browser has files.
const file = process.env.TARO_ENV === 'weapp' ? undefined : () => import('./calendarFile.ts');

/** Puts something to come into the phone's calendar; false when the person would rather not. */
export async function addToCalendar(coming: Coming): Promise<boolean> {
  if (file) {
    (await file()).saveCalendarFile(coming);
    return true;
  }
  const { title, place, start, end, remind } = coming;
  return Taro.addPhoneCalendar({
    title,
    location: place,
    startTime: start / SECOND,
    endTime: String(end / SECOND),
    alarm: true,
    alarmOffset: remind * 60,
  }).then(
    () => true,
    () => false,
  );
}
