import { Refusal } from '@niangjia/shared/refusal';
import type { Instant } from '@niangjia/shared/time';
import { openidOfPerson } from './accounts.ts';
import { judgeText } from './wechat.ts';

/** What WeChat takes in one question. */
const LONGEST = 2_500;

/**
 * Refuses words that WeChat finds unfit to be shown (TEXT_RISKY). It is asked when somebody writes them, since it
 * judges nobody's words who was not there within two hours; whatever it can't say, people look at before it is shown.
 */
export async function refuseRisky(
  author: string,
  words: readonly string[],
  scene: Parameters<typeof judgeText>[2],
  now: Instant,
): Promise<void> {
  const openid = await openidOfPerson(author);
  const content = words.join('\n').slice(0, LONGEST);
  if (!openid || content.trim() === '') return;
  if ((await judgeText(openid, content, scene, now)) === 'risky') throw new Refusal('TEXT_RISKY');
}
