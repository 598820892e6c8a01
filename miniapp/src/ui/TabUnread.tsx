import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { api } from '../api.ts';
import { useAnswer } from '../useAnswer.ts';
import { uiTexts } from './ui.text.ts';

/** How many messages wait, on the tab that leads to them; nothing while that is not known. */
export function TabUnread() {
  const { answer, again } = useAnswer(() => api.listMessages({}), 'unread');
  useDidShow(() => {
    if (answer) again();
  });
  const unread = answer?.unread ?? 0;
  if (unread === 0) return null;
  const spoken = process.env.TARO_ENV === 'weapp' ? {} : { 'aria-label': uiTexts.unread(unread) };
  return (
    <View className="tab-unread figures" {...spoken}>
      {unread}
    </View>
  );
}
