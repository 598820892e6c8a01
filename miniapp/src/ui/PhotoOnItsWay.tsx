import { View } from '@tarojs/components';
import type { PhotoRow } from '../usePhotoSending.ts';
import { Button } from './Button.tsx';
import { Card } from './Card.tsx';
import { Notice } from './Notice.tsx';
import { Photo } from './Photo.tsx';
import { Progress } from './Progress.tsx';
import { photoOnItsWayTexts as texts } from './photoOnItsWay.text.ts';
import { spoken } from './press.ts';
import './PhotoOnItsWay.scss';

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
      <View className="coming">
        {preview ? (
          <View className="coming-picture">
            <Photo src={preview} words={text} />
          </View>
        ) : null}
        <View className="coming-about">
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
