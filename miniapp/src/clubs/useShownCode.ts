import { CODE } from '@niangjia/shared/clubs/attendance';
import { SECOND } from '@niangjia/shared/time';
import type { Point } from '@niangjia/shared/venues/distance';
import { useEffect, useRef, useState } from 'react';
import { asRefused, type Refused } from '../api/refused.ts';
import type { ShownCode } from './answers.ts';
import { clubsApi } from './clubsApi.ts';

const TRY_AGAIN_AFTER = 3 * SECOND;

/** The code of the moment, renewed while it is `wanted`; by this phone's own clock, so that a wrong one does not matter. */
export function useShownCode(activity: string, wanted: boolean, place: Point | undefined) {
  const [shown, setShown] = useState<ShownCode & { endsAt: number; renewsAt: number }>();
  const [refused, setRefused] = useState<Refused>();
  const latest = useRef(place);
  latest.current = place;
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const renew = async () => {
      const askedAt = Date.now();
      try {
        const answer = await clubsApi.showCode({ activity, ...latest.current });
        if (over) return;
        setShown({ ...answer, endsAt: askedAt + CODE.good, renewsAt: askedAt + CODE.renew });
        setRefused(undefined);
        timer = setTimeout(renew, Math.max(0, askedAt + CODE.renew - Date.now()));
      } catch (thrown) {
        if (over) return;
        const why = asRefused(thrown);
        setRefused(why);
        if (why.code === 'OFFLINE' || why.code === 'BUSY') timer = setTimeout(renew, TRY_AGAIN_AFTER);
      }
    };
    void renew();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [activity, wanted]);
  return { shown, refused };
}
