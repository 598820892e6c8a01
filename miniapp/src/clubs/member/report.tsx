import { whyNotReport } from '@niangjia/shared/clubs/holding';
import { ReportWords } from '@niangjia/shared/clubs/post';
import { faultsOf } from '@niangjia/shared/faults';
import { ALBUM } from '@niangjia/shared/photos/album';
import { refusalEntry } from '@niangjia/shared/refusal';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { pickPhotos } from '../../pickPhotos.ts';
import { goBack } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Photo } from '../../ui/Photo.tsx';
import { PhotoOnItsWay } from '../../ui/PhotoOnItsWay.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { WordsField } from '../../ui/WordsField.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { usePhotoSending } from '../../usePhotoSending.ts';
import type { ActivityAnswer } from './answers.ts';
import { clubsApi } from './clubsApi.ts';
import { reportTexts as texts } from './report.text.ts';
import { reportPhotosApi } from './reportPhotosApi.ts';
import { useDraft } from './useDraft.ts';
import './club.scss';
import './report.scss';

/** The photos of a report: those that are there, those on their way, and more. */
function usePhotos({ activity: { id }, report }: ActivityAnswer) {
  const [photos, show] = useState(report?.photos ?? []);
  const deed = useDeed();
  const sending = usePhotoSending({
    open: ({ type, bytes }) => reportPhotosApi.openReportPhotoUpload({ activity: id, type, bytes }),
    add: async (upload) =>
      show((await reportPhotosApi.addReportPhoto({ activity: id, upload, words: '' })).photos),
  });
  const remove = (photo: string) =>
    void deed.run(async () =>
      show((await reportPhotosApi.removeReportPhoto({ activity: id, photo })).photos),
    );
  const left = ALBUM - photos.length - sending.rows.length;
  return { photos, sending, deed, remove, left, add: () => void pickPhotos(left).then(sending.send) };
}

function Photos({ album }: { album: ReturnType<typeof usePhotos> }) {
  const { photos, sending, deed, remove, left, add } = album;
  return (
    <Card heading={texts.photos(photos.length, ALBUM)}>
      <View className="small">{texts.photosNote}</View>
      <Notice refused={deed.refused} onNext={deed.clear} />
      <View className="report-photos">
        {photos.map(({ id, url, words }, i) => (
          <View key={id} className="report-photo">
            <Photo src={url} words={words || texts.picture(i + 1)} />
            <Button
              small
              kind="text"
              busy={deed.busy}
              label={`${texts.picture(i + 1)} ${texts.remove}`}
              onPress={() => remove(id)}
            >
              {texts.remove}
            </Button>
          </View>
        ))}
      </View>
      {sending.rows.map((row) => (
        <PhotoOnItsWay
          key={row.id}
          row={row}
          onAgain={() => sending.again(row.id)}
          onGiveUp={() => sending.giveUp(row.id)}
        />
      ))}
      <View className="report-add">
        <Button kind="outline" whyNot={left <= 0 ? texts.full(ALBUM) : undefined} onPress={add}>
          {texts.add}
        </Button>
      </View>
    </Card>
  );
}

function Form({ there }: { there: ActivityAnswer }) {
  const { activity, report, reportUntil } = there;
  const { draft, fill, end } = useDraft(`report.${activity.id}`, { words: report?.words ?? '' });
  const album = usePhotos(there);
  const deed = useDeed();
  const fault = Object.values(faultsOf(ReportWords, draft.words))[0];
  const why = whyNotReport(activity, { reportWithin: reportUntil - activity.end }, Date.now());
  const whyNot = why
    ? refusalEntry(why).text
    : fault
      ? texts.noWords
      : album.sending.rows.length > 0
        ? texts.sending
        : album.photos.length === 0
          ? texts.noPhoto
          : undefined;
  const submit = async () => {
    const done = await deed.run(
      async () => void (await clubsApi.reportActivity({ activity: activity.id, words: draft.words })),
    );
    if (!done) return;
    end();
    goBack();
  };
  const refused = deed.refused;
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="main" busy={deed.busy} whyNot={whyNot} onPress={submit}>
          {deed.busy ? texts.submitting : texts.submit}
        </Button>
      }
    >
      <View className="report-head">
        <View className="title">{texts.headline}</View>
        <View>{activity.title}</View>
        <View className="small">{texts.note}</View>
      </View>
      <Notice refused={refused} onNext={refused?.code === 'REPORT_NO_PHOTO' ? album.add : submit} />
      <Card>
        <WordsField
          label={texts.words}
          value={draft.words}
          onType={(words) => fill({ words })}
          placeholder={texts.wordsExample}
          longest={500}
          error={refused?.fields.words}
        />
      </Card>
      <Photos album={album} />
    </Screen>
  );
}

/** The leader says how an activity was, with photos; the words stay on the phone until it is handed in. */
export default function ReportPage() {
  const { activity = '' } = useRouter().params;
  const asked = useAnswer(() => clubsApi.getActivity({ activity }), activity);
  if (asked.answer) return <Form there={asked.answer} />;
  return (
    <Screen title={texts.title}>
      <Notice refused={asked.refused} onNext={asked.again} />
      {asked.refused ? null : <Skeleton lines={[60, 90, 90]} />}
    </Screen>
  );
}
