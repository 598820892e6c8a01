import { useRef, useState } from 'react';
import { asRefused, type Refused } from './api/refused.ts';
import type { Pick, PickedPhoto } from './pickedPhoto.ts';
import { type PhotoOnItsWay, type PhotoWay, sendPhoto } from './sendPhoto.ts';

/** A photo on its way, as its page shows it. */
export interface PhotoRow {
  readonly id: number;
  readonly preview?: string | undefined;
  /** How much of it has left, 0 to 1; undefined where the phone does not tell. */
  readonly sent?: number | undefined;
  readonly refused?: Refused | undefined;
}

interface Kept {
  readonly pick: Pick;
  photo?: PickedPhoto;
  readonly come: PhotoOnItsWay;
}

/** Photos on their way to a feature, one after another. One that came to nothing stays until it is sent again or given up. */
export function usePhotoSending(way: PhotoWay) {
  const [rows, setRows] = useState<readonly PhotoRow[]>([]);
  const kept = useRef(new Map<number, Kept>());
  const last = useRef(0);
  const line = useRef(Promise.resolve());
  const latest = useRef(way);
  latest.current = way;

  const change = (id: number, more: Partial<PhotoRow>) =>
    setRows((before) => before.map((row) => (row.id === id ? { ...row, ...more } : row)));
  const giveUp = (id: number) => {
    const preview = kept.current.get(id)?.photo?.preview;
    if (preview && process.env.TARO_ENV !== 'weapp') URL.revokeObjectURL(preview);
    kept.current.delete(id);
    setRows((before) => before.filter((row) => row.id !== id));
  };
  const go = async (id: number) => {
    const one = kept.current.get(id);
    if (!one) return;
    try {
      one.photo ??= await one.pick();
      change(id, { preview: one.photo.preview });
      let said = 0;
      await sendPhoto(one.photo, latest.current, one.come, (part) => {
        // A tenth at a time is as much as one sees.
        if (part - said < 0.1 && part < 1) return;
        said = part;
        change(id, { sent: part });
      });
      giveUp(id);
    } catch (thrown) {
      change(id, { refused: asRefused(thrown), sent: undefined });
    }
  };
  const enqueue = (id: number) => {
    line.current = line.current.then(() => go(id));
  };
  return {
    rows,
    send: (picks: readonly Pick[]) => {
      for (const pick of picks) {
        const id = ++last.current;
        kept.current.set(id, { pick, come: {} });
        setRows((before) => [...before, { id }]);
        enqueue(id);
      }
    },
    again: (id: number) => {
      change(id, { refused: undefined });
      enqueue(id);
    },
    giveUp,
  };
}
