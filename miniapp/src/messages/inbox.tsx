import { View } from '@tarojs/components';
import { open } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { inboxTexts as texts } from './inbox.text.ts';
import { MessageRow } from './MessageRow.tsx';
import { useInbox } from './useInbox.ts';
import './inbox.scss';

/** What somebody was told, latest first; being shown is being read. */
export default function InboxPage() {
  const { asked, messages, unread, turning, more } = useInbox();
  const now = Date.now();
  return (
    <Screen title={texts.title} tab="inbox">
      <Notice refused={asked.refused} onNext={asked.again} />
      {!asked.answer && asked.loading ? <Skeleton lines={[60, 90, 40]} /> : null}
      {messages.length > 0 ? (
        <View>
          <View className="title inbox-title">{unread > 0 ? texts.unread(unread) : texts.allRead}</View>
          <Card>
            {messages.map((message) => (
              <MessageRow key={message.id} message={message} now={now} />
            ))}
          </Card>
        </View>
      ) : null}
      {asked.answer && messages.length === 0 ? (
        <Empty text={texts.none} note={texts.noneNote} next={texts.home} onNext={() => open('home')} />
      ) : null}
      <Notice refused={turning.refused} onNext={more} />
      {more ? (
        <Button kind="text" busy={turning.busy} onPress={more}>
          {texts.more}
        </Button>
      ) : null}
    </Screen>
  );
}
