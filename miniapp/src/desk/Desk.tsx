import { type Instant, sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { goBack } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { press } from '../ui/press.ts';
import { Screen } from '../ui/Screen.tsx';
import { uiTexts } from '../ui/ui.text.ts';
import { usePaper } from '../ui/usePaper.ts';
import { useWide } from '../ui/wide.ts';
import { DeskSide } from './DeskSide.tsx';
import { deskTexts } from './desk.text.ts';
import type { DeskPage } from './duty.ts';
import './Desk.scss';

/**
 * A page of the staff, the same on a phone and at a desk: what it is about at the top, with what else can
 * be done from here; on a desk the side bar, on a phone the main button at the thumb.
 */
export function Desk({
  title,
  heading,
  note,
  current,
  links,
  action,
  top = false,
  printed,
  children,
}: {
  /** The phone's title bar. */
  title: string;
  /** The page's sentence. */
  heading: string;
  note?: ReactNode;
  /** The place in the side bar this page belongs to. */
  current: DeskPage;
  /** Buttons beside the heading. */
  links?: ReactNode;
  /** The one thing to do: at the thumb on a phone, beside the heading at a desk. */
  action?: ReactNode;
  /** A page of the side bar, from where one does not go back. */
  top?: boolean;
  /** For a list that fits A4: as of when it is, once there is something to print. */
  printed?: Instant | undefined;
  children: ReactNode;
}) {
  const wide = useWide();
  const toPaper = wide && printed !== undefined && process.env.TARO_ENV !== 'weapp';
  usePaper(toPaper ? 'list' : undefined);
  return (
    <Screen
      title={title}
      wide
      action={wide ? undefined : action}
      side={wide ? <DeskSide current={current} /> : undefined}
    >
      {wide && !top ? (
        <View className="desk-back" {...press(goBack, { label: deskTexts.back })}>
          ‹ {deskTexts.back}
        </View>
      ) : null}
      <View className="desk-top">
        <View className="desk-about">
          <View className="title desk-heading">{heading}</View>
          {note ? <View className="small">{note}</View> : null}
          {toPaper ? (
            <View className="small desk-printed">{uiTexts.printed(sayTime(printed, printed))}</View>
          ) : null}
        </View>
        {links || toPaper || (wide && action) ? (
          <View className="desk-links">
            {toPaper ? (
              <Button small onPress={() => window.print()}>
                {uiTexts.print}
              </Button>
            ) : null}
            {links}
            {wide ? action : null}
          </View>
        ) : null}
      </View>
      {children}
    </Screen>
  );
}
