import { MINUTE } from '@niangjia/shared/time';
import { expect, it } from 'vitest';
import { aboutTexts as texts } from './about.text.ts';

it.each([
  [texts.cancel(30 * MINUTE), '开始前 30 分钟 可以取消，位置会让给排队的人'],
  [texts.cancel(0), '开始前都可以取消，位置会让给排队的人'],
  [texts.checkIn(15 * MINUTE, 15 * MINUTE), '开始前 15 分钟 到开始后 15 分钟，到门口扫码签到'],
  [texts.checkIn(0, 15 * MINUTE), '开始到开始后 15 分钟，到门口扫码签到'],
  [texts.opens(3, 14), '提前 3 天，14 点开放预订'],
])('rules are said as the city has them: %s', (said, expected) => expect(said).toBe(expected));
