import { ALBUM, type PhotoView } from '@niangjia/shared/photos/album';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forKeeper } from '../../desk/forStaff.tsx';
import { pickPhotos } from '../../pickPhotos.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PhotoOnItsWay } from '../../ui/PhotoOnItsWay.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { usePhotoSending } from '../../usePhotoSending.ts';
import { PhotoCard } from './PhotoCard.tsx';
import { photosTexts as texts } from './photos.text.ts';
import { photosApi } from './photosApi.ts';
import { useKeptVenues } from './useKept.ts';
import { VenuePick } from './VenuePick.tsx';
import './KeptGrid.scss';
import './photos.scss';

/** The photos in the order that comes of one moving by a place. */
function moved(photos: readonly PhotoView[], from: number, by: -1 | 1): PhotoView[] {
  const order = [...photos];
  order.splice(from + by, 0, ...order.splice(from, 1));
  return order;
}

/** A venue's photos, for its keepers: adding, ordering, saying what they show, taking away. */
function PhotosPage({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const kept = useKeptVenues(homes);
  const venue = kept.venue?.id ?? '';
  const asked = useAnswer(
    async () => (venue ? { of: venue, ...(await photosApi.listVenuePhotos({ venue })) } : undefined),
    venue,
  );
  const [after, setAfter] = useState<{ of: string; photos: PhotoView[] }>();
  const deed = useDeed();
  const there = [after, asked.answer].find((album) => album?.of === venue);
  const photos = there?.photos ?? [];
  const show = (album: { photos: PhotoView[] }) => setAfter({ of: venue, ...album });
  const sending = usePhotoSending({
    open: ({ type, bytes }) => photosApi.openVenuePhotoUpload({ venue, type, bytes }),
    add: async (upload) => show(await photosApi.addVenuePhoto({ venue, upload, words: '' })),
  });
  const left = ALBUM - photos.length - sending.rows.length;
  const act = (run: () => Promise<{ photos: PhotoView[] }>) => void deed.run(async () => show(await run()));
  const arrange = (wanted: PhotoView[]) =>
    act(() =>
      photosApi.arrangeVenuePhotos({ venue, photos: wanted.map(({ id, words }) => ({ id, words })) }),
    );
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence(there && photos.length)}
      note={there ? `${kept.venue?.name}　${texts.note}` : undefined}
      current="keptPhotos"
      top
      action={
        <Button
          kind="main"
          whyNot={there && left <= 0 ? texts.full : undefined}
          onPress={() => void pickPhotos(left).then(sending.send)}
        >
          {texts.add}
        </Button>
      }
    >
      <VenuePick kept={kept} ready={there !== undefined} />
      <Notice refused={asked.refused} onNext={asked.again} />
      <Notice refused={deed.refused} onNext={asked.again} />
      {!there ? (
        asked.refused || kept.venues?.length === 0 ? null : (
          <Skeleton lines={[100, 60]} />
        )
      ) : photos.length + sending.rows.length === 0 ? (
        <Empty text={texts.none} note={texts.noneNote} />
      ) : (
        <View className="kept-photos">
          {sending.rows.map((row) => (
            <PhotoOnItsWay
              key={row.id}
              row={row}
              onAgain={() => sending.again(row.id)}
              onGiveUp={() => sending.giveUp(row.id)}
            />
          ))}
          {photos.map((photo, i) => (
            <PhotoCard
              key={photo.id}
              photo={photo}
              place={i + 1}
              of={photos.length}
              busy={deed.busy}
              onWords={(words) =>
                arrange(photos.map((one) => (one.id === photo.id ? { ...one, words } : one)))
              }
              onMove={(by) => arrange(moved(photos, i, by))}
              onRemove={() => act(() => photosApi.removeVenuePhoto({ venue, photo: photo.id }))}
            />
          ))}
        </View>
      )}
    </Desk>
  );
}

export default forKeeper(PhotosPage);
