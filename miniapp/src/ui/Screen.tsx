import { View } from '@tarojs/components';
import { lazy, type ReactNode, Suspense } from 'react';
import { goBack } from '../screens.ts';
import { useCareMode } from './careMode.ts';
import { press } from './press.ts';
import { uiTexts } from './ui.text.ts';
import './Screen.scss';

// In the development build for H5 only: choosing whom to act as. Left out of every other build.
const WhomToBe = process.env.TARO_APP_DEMO ? lazy(() => import('../demo/WhomToBe.tsx')) : undefined;

/**
 * The frame of a page: title (in WeChat the navigation bar shows it), the content in a column of a
 * phone's width, and what to do at the thumb. On a desk (≥ 1024 px) `side` stands at the left and the
 * content may use the whole width when `wide`.
 */
export function Screen({
  title,
  children,
  action,
  side,
  wide = false,
  root = false,
}: {
  title: string;
  children: ReactNode;
  /** The main button, and what belongs beside it; it stays at the bottom of the screen. */
  action?: ReactNode;
  side?: ReactNode;
  wide?: boolean;
  /** A page one does not go back from. */
  root?: boolean;
}) {
  const [care] = useCareMode();
  const classes = ['screen', wide ? 'screen-wide' : '', care ? 'care' : ''].filter(Boolean).join(' ');
  return (
    <View className={classes}>
      {side ? <View className="screen-side">{side}</View> : null}
      <View className="screen-column">
        {process.env.TARO_ENV === 'weapp' ? null : (
          <View className="screen-bar">
            {root ? null : (
              <View className="screen-back" {...press(goBack, { label: uiTexts.back })}>
                ‹ {uiTexts.back}
              </View>
            )}
            <View className="screen-title">{title}</View>
          </View>
        )}
        <View className="screen-body">{children}</View>
        {action ? <View className="screen-action">{action}</View> : null}
      </View>
      {WhomToBe ? (
        <Suspense fallback={null}>
          <WhomToBe />
        </Suspense>
      ) : null}
    </View>
  );
}
