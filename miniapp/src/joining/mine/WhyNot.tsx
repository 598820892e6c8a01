import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { isScreen, replaceWith } from '../../screens.ts';
import { Empty } from '../../ui/Empty.tsx';

/** A rule's answer in advance: why something can't be done now, and the next step. */
export function WhyNot({ code }: { code: RefusalCode }) {
  const { text, next } = refusalEntry(code);
  const screen = isScreen(next?.screen) ? next.screen : undefined;
  return (
    <Empty text={text} {...(next && screen ? { next: next.label, onNext: () => replaceWith(screen) } : {})} />
  );
}
