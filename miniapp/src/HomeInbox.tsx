import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { api } from './api.ts';
import { homeTexts as texts } from './home.text.ts';
import { open } from './screens.ts';
import { Row } from './ui/Row.tsx';
import { useAnswer } from './useAnswer.ts';

/** The way to the inbox, with how many messages wait there; it says nothing while that is not known. */
export function HomeInbox() {
  const { answer, again } = useAnswer(() => api.listMessages({}), 'inbox');
  useDidShow(() => {
    if (answer) again();
  });
  const unread = answer?.unread ?? 0;
  return (
    <Row
      title={texts.inbox}
      note={texts.inboxNote}
      end={unread > 0 ? <Text className="home-unread">{texts.unread(unread)}</Text> : '›'}
      onPress={() => open('inbox')}
    />
  );
}
