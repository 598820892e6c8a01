import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { press } from './press.ts';
import { uiTexts } from './ui.text.ts';
import './Sheet.scss';

/** On H5 the keyboard goes on in the sheet, and Escape puts it away. */
function useKeyboard(onClose: () => void): Record<string, unknown> {
  useEffect(() => {
    if (process.env.TARO_ENV === 'weapp') return;
    const before = document.activeElement as HTMLElement | null;
    document.querySelector<HTMLElement>('.sheet-panel')?.focus();
    return () => before?.focus?.();
  }, []);
  if (process.env.TARO_ENV === 'weapp') return {};
  return {
    tabIndex: -1,
    onKeyDown: (event: { key?: string }) => (event.key === 'Escape' ? onClose() : undefined),
  };
}

/** A sheet over the lower part of a page, for one thing to settle; a tap beside it puts it away. */
export function Sheet({
  title,
  children,
  onClose,
}: {
  title: string;
  children: ReactNode;
  onClose: () => void;
}) {
  const keyboard = useKeyboard(onClose);
  const told = process.env.TARO_ENV === 'weapp' ? {} : { role: 'dialog', 'aria-label': title };
  return (
    <View className="sheet">
      <View className="sheet-back" catchMove {...press(onClose, { label: uiTexts.close })} />
      <View className="sheet-panel" {...told} {...keyboard}>
        <View className="sheet-title">{title}</View>
        {children}
      </View>
    </View>
  );
}
