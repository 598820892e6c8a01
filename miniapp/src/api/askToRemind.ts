import type { Template } from '@niangjia/shared/messages/reminder';
import Taro from '@tarojs/taro';
import { useRef } from 'react';
import { templateId } from './signIn.ts';

/**
 * Asks whether WeChat may tell somebody what comes of this, of three things at most; those of which it may.
 * Whatever is answered, and where nothing can be asked, what the tap was for goes on.
 */
async function askToRemind(templates: readonly Template[]): Promise<Template[]> {
  const asked = templates.flatMap((template) => {
    const id = templateId(template);
    return id ? [{ template, id }] : [];
  });
  if (process.env.TARO_ENV !== 'weapp' || asked.length === 0) return [];
  try {
    // Taro's types want Alipay's ids too, and do not know that the answer is keyed by template.
    const answers = await Taro.requestSubscribeMessage({ tmplIds: asked.map(({ id }) => id), entityIds: [] });
    return asked
      .filter(({ id }) => (answers as unknown as Record<string, string>)[id] === 'accept')
      .map(({ template }) => template);
  } catch {
    return [];
  }
}

/**
 * The question for one tap of a screen. WeChat opens it only inside the tap, so it is called first, before
 * anything is awaited; a tap that has to be repeated does not ask again.
 */
export function useReminder(): (...templates: readonly Template[]) => Promise<Template[]> {
  const answer = useRef<Promise<Template[]>>();
  return (...templates) => {
    answer.current ??= askToRemind(templates);
    return answer.current;
  };
}
