import { View } from '@tarojs/components';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Photo } from '../../ui/Photo.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { spoken } from '../../ui/press.ts';
import type { PhotoRow } from '../../usePhotoSending.ts';
import { photosTexts as texts } from './photos.text.ts';

/** A photo that is being sent, how far it is, and what to do when it came to nothing. */
export function PhotoOnItsWay({
  row: { preview, sent, refused },
  onAgain,
  onGiveUp,
}: {
  row: PhotoRow;
  onAgain: () => void;
  onGiveUp: () => void;
}) {
  const text = preview === undefined ? texts.preparing : texts.sending;
  return (
    <Card tone={refused ? 'wrong' : 'waiting'}>
      <View className="kept-photo">
        {preview ? (
          <View className="kept-photo-picture">
            <Photo src={preview} words={text} />
          </View>
        ) : null}
        <View className="kept-photo-about">
          {refused ? (
            <View>
              <View className="heading">{texts.waiting}</View>
              <Notice refused={refused} onNext={onAgain} />
              <Button small onPress={onGiveUp}>
                {texts.giveUp}
              </Button>
            </View>
          ) : (
            <View {...spoken('status')}>
              <Progress
                text={text}
                {...(sent === undefined ? {} : { fact: texts.sent(sent) })}
                step={preview === undefined ? 0.1 : (sent ?? 0.5)}
                steps={1}
              />
            </View>
          )}
        </View>
      </View>
    </Card>
  );
}
