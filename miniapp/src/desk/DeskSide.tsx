import { View } from '@tarojs/components';
import { lazy, Suspense, useContext } from 'react';
import { replaceWith } from '../screens.ts';
import { useCareMode } from '../ui/careMode.ts';
import { press } from '../ui/press.ts';
import { DeskPages } from './DeskPages.ts';
import { deskTexts } from './desk.text.ts';
import type { DeskPage } from './duty.ts';

// H5 only: in WeChat one is signed in by WeChat.
const SignOutHere =
  process.env.TARO_ENV === 'weapp' ? undefined : lazy(() => import('../web/SignOutHere.tsx'));

/** The side bar of the desk: what there is, where one is, and larger type. */
export function DeskSide({ current }: { current: DeskPage }) {
  const pages = useContext(DeskPages);
  const [care, turnCare] = useCareMode();
  return (
    <View {...(process.env.TARO_ENV === 'weapp' ? {} : { role: 'navigation' })}>
      <View className="desk-side-brand">{deskTexts.brand}</View>
      {pages.map((page) => (
        <View
          key={page}
          className={page === current ? 'desk-side-link desk-side-here' : 'desk-side-link'}
          {...press(() => replaceWith(page), { label: deskTexts.pages[page], role: 'link' })}
        >
          {deskTexts.pages[page]}
        </View>
      ))}
      <View
        className="desk-side-link desk-side-care"
        {...press(() => turnCare(!care), {
          label: care ? deskTexts.careOn : deskTexts.careOff,
          role: 'switch',
          checked: care,
        })}
      >
        {deskTexts.care} {care ? '✓' : ''}
      </View>
      {SignOutHere ? (
        <Suspense fallback={null}>
          <SignOutHere className="desk-side-link desk-side-out" />
        </Suspense>
      ) : null}
    </View>
  );
}
