import { SECOND } from '@niangjia/shared/time';
import { useEffect, useState } from 'react';
import { asRefused, type Refused } from '../../api/refused.ts';
import { api } from '../../api.ts';

/** The text of the card's QR code while it is valid. */
export interface CardToken {
  readonly token: string;
  /** By this phone's own clock, so that a wrong clock does not matter. */
  readonly endsAt: number;
  readonly shownAt: number;
}

const LIFE = 60 * SECOND;
const RENEW_BEFORE = 6 * SECOND;
const TRY_AGAIN_AFTER = 3 * SECOND;

/** Keeps a valid token for the card's QR code while somebody looks, renewing it before it ends. */
export function useCardToken(wanted: boolean): {
  token: CardToken | undefined;
  refused: Refused | undefined;
} {
  const [token, setToken] = useState<CardToken>();
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    if (!wanted) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    const renew = async () => {
      const askedAt = Date.now();
      try {
        const issued = await api.issueCardToken();
        if (over) return;
        setToken({ token: issued.token, shownAt: issued.shownAt, endsAt: askedAt + LIFE });
        setRefused(undefined);
        timer = setTimeout(renew, Math.max(0, askedAt + LIFE - RENEW_BEFORE - Date.now()));
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
  }, [wanted]);
  return { token, refused };
}
