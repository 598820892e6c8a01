import { View } from '@tarojs/components';
import { lazy, type ReactNode, Suspense } from 'react';
import { goBack } from '../screens.ts';
import type { TabName } from '../tabs.ts';
import { useCareMode } from './careMode.ts';
import { PrivacySheet } from './PrivacySheet.tsx';
import { press } from './press.ts';
import { Tabs } from './Tabs.tsx';
import { uiTexts } from './ui.text.ts';
import './Screen.scss';

// H5 only: a code to scan, while somebody is waiting to be signed in.
const WebSignIn = process.env.TARO_ENV === 'weapp' ? undefined : lazy(() => import('../web/WebSignIn.tsx'));
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
  tab,
}: {
  title: string;
  children: ReactNode;
  /** The main button, and what belongs beside it; it stays at the bottom of the screen. */
  action?: ReactNode;
  side?: ReactNode;
  wide?: boolean;
  /** A page one does not go back from. */
  root?: boolean;
  /** The tab this page is; the bar of tabs is below it. */
  tab?: TabName;
}) {
  const [care] = useCareMode();
  const classes = ['screen', wide ? 'screen-wide' : '', tab ? 'screen-tabbed' : '', care ? 'care' : ''];
  return (
    <View className={classes.filter(Boolean).join(' ')}>
      {side ? <View className="screen-side">{side}</View> : null}
      <View className="screen-column">
        {process.env.TARO_ENV === 'weapp' ? null : (
          <View className="screen-bar">
            {root || tab ? null : (
              <View className="screen-back" {...press(goBack, { label: uiTexts.back })}>
                ‹ {uiTexts.back}
              </View>
            )}
            <View className="screen-title">{title}</View>
          </View>
        )}
        <View className="screen-body">{children}</View>
        {action ? <View className="screen-action">{action}</View> : null}
        {tab ? <Tabs here={tab} /> : null}
      </View>
      {process.env.TARO_ENV === 'weapp' ? <PrivacySheet /> : null}
      {WebSignIn ? (
        <Suspense fallback={null}>
          <WebSignIn />
        </Suspense>
      ) : null}
      {WhomToBe ? (
        <Suspense fallback={null}>
          <WhomToBe />
        </Suspense>
      ) : null}
    </View>
  );
}
