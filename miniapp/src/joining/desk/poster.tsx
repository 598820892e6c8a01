import { Image, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '../../api.ts';
import { Desk } from '../../desk/Desk.tsx';
import { deskTexts } from '../../desk/desk.text.ts';
import { forStaff } from '../../desk/forStaff.tsx';
import { open, replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { usePaper } from '../../ui/usePaper.ts';
import { useAnswer } from '../../useAnswer.ts';
import { posterTexts as texts } from './poster.text.ts';
import { previewPicture, savePicture } from './posterPicture.ts';
import { type Session, sayTimes } from './saySession.ts';
import './poster.scss';

const web = process.env.TARO_ENV !== 'weapp';

// Seen from long ago, every day is written out: paper does not know when 今天 is.
const LONG_AGO = 0;

/** The sheet as it comes out of the printer. */
function Sheet({ session, picture }: { session: Session; picture: string }) {
  usePaper('sheet');
  const times = sayTimes(session, LONG_AGO).replace(/^\d{4}年/, '');
  return (
    <View className="poster-sheet">
      <View className="poster-union">{session.org.name}</View>
      <View className="poster-event">{texts.event}</View>
      <View className="poster-headline">{texts.headline}</View>
      <Image
        className="poster-code"
        src={picture}
        showMenuByLongpress
        {...(web ? { nativeProps: { alt: texts.picture } } : {})}
      />
      <View className="poster-scan">{texts.scan}</View>
      <View className="poster-bring">{texts.bring}</View>
      <View className="poster-facts">
        <View>
          {texts.place} {session.place}
        </View>
        <View className="figures">
          {texts.time} {times}
        </View>
      </View>
    </View>
  );
}

function InWechat({ picture }: { picture: string }) {
  const [saved, setSaved] = useState<boolean>();
  return (
    <View className="poster-acts">
      <Button kind="main" onPress={async () => setSaved(await savePicture(picture))}>
        {texts.save}
      </Button>
      <Button onPress={() => void previewPicture(picture)}>{texts.preview}</Button>
      {saved === undefined ? null : (
        <View className="small" {...spoken('status')}>
          {saved ? texts.saved : texts.notSaved}
        </View>
      )}
    </View>
  );
}

function Poster({ code }: { code: string }) {
  const asked = useAnswer(() => api.getPoster({ code }), code);
  const { answer } = asked;
  return (
    <Desk
      title={texts.title}
      heading={texts.heading}
      note={texts.note}
      current="sessions"
      links={
        <Button small onPress={() => open('board', { code })}>
          {texts.toBoard}
        </Button>
      }
      action={
        !answer ? undefined : web ? (
          <Button kind="main" onPress={() => window.print()}>
            {texts.print}
          </Button>
        ) : (
          <InWechat picture={answer.picture} />
        )
      }
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      {answer ? (
        <Sheet session={answer.session} picture={answer.picture} />
      ) : asked.refused ? null : (
        <Skeleton lines={[60, 90, 90, 40]} />
      )}
    </Desk>
  );
}

function PosterPage() {
  const { code } = useRouter().params;
  if (code) return <Poster code={code} />;
  return (
    <Desk title={texts.title} heading={texts.title} current="sessions">
      <Empty text={deskTexts.incomplete} next={deskTexts.toSessions} onNext={() => replaceWith('sessions')} />
    </Desk>
  );
}

export default forStaff(PosterPage);
