import type { Template } from '@niangjia/shared/messages/reminder';
import Taro from '@tarojs/taro';
import { useRef } from 'react';
import { templateId } from './signIn.ts';

/**
 * Asks whether WeChat may tell somebody what comes of this; true when it may. Whatever is answered, and
 * where nothing can be asked, what the tap was for goes on.
 */
async function askToRemind(template: Template): Promise<boolean> {
  const id = templateId(template);
  if (process.env.TARO_ENV !== 'weapp' || !id) return false;
  try {
    // Taro's types want Alipay's ids too, and do not know that the answer is keyed by template.
    const answers = await Taro.requestSubscribeMessage({ tmplIds: [id], entityIds: [] });
    return (answers as unknown as Record<string, string>)[id] === 'accept';
  } catch {
    return false;
  }
}

/**
 * The question for one tap of a screen. WeChat opens it only inside the tap, so it is called first, before
 * anything is awaited; a tap that has to be repeated does not ask again.
 */
export function useReminder(template: Template): () => Promise<boolean> {
  const answer = useRef<Promise<boolean>>();
  return () => {
    answer.current ??= askToRemind(template);
    return answer.current;
  };
}
