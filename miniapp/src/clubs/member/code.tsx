import { whyNotCheckIn } from '@niangjia/shared/clubs/holding';
import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { SECOND } from '@niangjia/shared/time';
import type { Point } from '@niangjia/shared/venues/distance';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { goBack } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { useCareMode } from '../../ui/careMode.ts';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { QrCode } from '../../ui/QrCode.tsx';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { useNow } from '../../useNow.ts';
import { useVisible } from '../../useVisible.ts';
import { whereAmI } from '../../whereAmI.ts';
import type { ActivityAnswer } from './answers.ts';
import { clubsApi } from './clubsApi.ts';
import { codeTexts as texts } from './code.text.ts';
import { useShownCode } from './useShownCode.ts';
import './club.scss';
import './code.scss';

/** Before the first code is shown: what it begins, and where it is, asked for in the tap that begins it. */
function Begin({ onMap, onBegin }: { onMap: boolean; onBegin: (place: Point | undefined) => void }) {
  const [lost, setLost] = useState(false);
  const beginHere = async () => {
    const place = await whereAmI();
    if (place) onBegin(place);
    else setLost(true);
  };
  return (
    <Card heading={texts.begin}>
      <View>{texts.beginNote}</View>
      <View className="small club-told">{onMap ? texts.placed : lost ? texts.lost : texts.whyPlace}</View>
      <View className="code-begin">
        {onMap ? (
          <Button kind="main" onPress={() => onBegin(undefined)}>
            {texts.open}
          </Button>
        ) : (
          <View>
            <Button kind="main" onPress={beginHere}>
              {texts.openHere}
            </Button>
            <Button kind="text" onPress={() => onBegin(undefined)}>
              {texts.openWithout}
            </Button>
          </View>
        )}
      </View>
    </Card>
  );
}

/** The leader checks in too, with the code on their own screen, which they can't scan. */
function Me({ code, came }: { code: string; came: boolean }) {
  const [done, setDone] = useState(came);
  const deed = useDeed();
  const checkIn = () =>
    deed.run(async () => {
      await clubsApi.checkInToActivity({ code, ...(await whereAmI()) });
      setDone(true);
    });
  return (
    <>
      <Notice refused={deed.refused} onNext={checkIn} />
      {done ? (
        <Row title={`✓ ${texts.meCame}`} />
      ) : (
        <Row title={texts.me} note={texts.meNote} end="›" {...(deed.busy ? {} : { onPress: checkIn })} />
      )}
    </>
  );
}

/** The code itself, large, how long it is good, and who came. */
function Shown({ there, first }: { there: ActivityAnswer; first: Point | undefined }) {
  const visible = useVisible();
  const [care] = useCareMode();
  const [place, setPlace] = useState(first);
  const { activity, mine } = there;
  const { shown, refused } = useShownCode(activity.id, visible, place);
  const now = useNow(visible && shown !== undefined);
  const onMap = activity.latitude !== undefined || place !== undefined;
  const valid = shown !== undefined && now < shown.endsAt;
  const seconds = shown ? Math.max(0, Math.ceil((shown.renewsAt - now) / SECOND)) : 0;
  const side = care ? 300 : 280;
  const names = shown?.latest.map((name) => name ?? texts.somebody).join('、');
  return (
    <View>
      <Notice refused={refused} />
      <Card>
        <View className="code-qr" style={{ minHeight: `${side}px` }}>
          {valid ? <QrCode text={shown.code} size={side} label={texts.qr} /> : null}
        </View>
        <View className="code-told">{texts.show}</View>
        <View className="code-told small figures">
          {valid ? texts.renews(seconds) : texts.renewing}
          {shown ? ` · ${texts.until(there.checkInUntil)}` : ''}
        </View>
      </Card>
      <View {...spoken('status')}>
        <Card>
          <View className="code-came figures">{shown ? texts.came(shown.came) : texts.renewing}</View>
          <View className="small">{names ? texts.latest(names) : texts.nobody}</View>
        </Card>
      </View>
      <Card>
        {shown ? <Me code={shown.code} came={mine.cameAt !== undefined} /> : null}
        {onMap ? (
          <Row title={`✓ ${texts.placeKept}`} />
        ) : (
          <Row
            title={texts.place}
            note={texts.placeNote}
            end="›"
            onPress={() => void whereAmI().then(setPlace)}
          />
        )}
      </Card>
    </View>
  );
}

/** Why there is no code now, by the very rule that refuses it. */
const whyNot = ({ activity, checkInFrom }: ActivityAnswer): RefusalCode | undefined =>
  whyNotCheckIn(activity, { checkInBefore: activity.start - checkInFrom }, Date.now());

/** The same in a sentence, with the time where it is only a matter of that. */
const sayWhyNot = (why: RefusalCode, { checkInFrom }: ActivityAnswer): string =>
  why === 'ACTIVITY_EARLY' ? texts.from(checkInFrom, Date.now()) : refusalEntry(why).text;

/** The leader's screen at an activity: the code that people check in with. */
export default function CodePage() {
  const { activity: id = '' } = useRouter().params;
  const asked = useAnswer(() => clubsApi.getActivity({ activity: id }), id);
  const [begun, begin] = useState<{ place: Point | undefined }>();
  const there = asked.answer;
  const onMap = there?.activity.latitude !== undefined;
  const why = there && whyNot(there);
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="plain" onPress={goBack}>
          {texts.back}
        </Button>
      }
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      {there ? (
        <View>
          <View className="title code-title">{there.activity.title}</View>
          {why ? (
            <Card tone="waiting">{sayWhyNot(why, there)}</Card>
          ) : begun || there.activity.status === 'held' ? (
            <Shown there={there} first={begun?.place} />
          ) : (
            <Begin onMap={onMap} onBegin={(place) => begin({ place })} />
          )}
        </View>
      ) : asked.refused ? null : (
        <Skeleton lines={[60, 90, 90, 90]} />
      )}
    </Screen>
  );
}
