import { type Instant, sayTime } from '@niangjia/shared/time';
import { Text, View } from '@tarojs/components';
import { isScreen, open } from '../screens.ts';
import { press } from '../ui/press.ts';
import { inboxTexts as texts } from './inbox.text.ts';
import './MessageRow.scss';
import type { InboxMessage } from './useInbox.ts';

/** One message: what happened, when, and the way to it. */
export function MessageRow({ message, now }: { message: InboxMessage; now: Instant }) {
  const { title, text, at, unread, screen } = message;
  const go = isScreen(screen) ? () => open(screen) : undefined;
  return (
    <View
      className={go ? 'message message-press' : 'message'}
      {...press(go, { label: unread ? `${title}，${texts.newOne}` : title })}
    >
      <View className="message-main">
        <View className={unread ? 'message-title message-unread' : 'message-title'}>
          <Text>{title}</Text>
          {unread ? <Text className="message-new">{texts.newOne}</Text> : null}
        </View>
        <View className="message-text">{text}</View>
        <View className="small figures">{sayTime(at, now)}</View>
      </View>
      {go ? <View className="message-end">›</View> : null}
    </View>
  );
}
