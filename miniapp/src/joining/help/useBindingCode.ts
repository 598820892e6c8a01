import { BINDING_LIFE } from '@niangjia/shared/account';
import { SECOND } from '@niangjia/shared/time';
import { useEffect, useState } from 'react';
import { asRefused, type Refused } from '../../api/refused.ts';
import { loginCode } from '../../api/signIn.ts';
import { helpApi } from './helpApi.ts';

/** A code while it is good. */
interface Code {
  readonly typed: string;
  readonly scan: string;
  /** By this phone's own clock, so that a wrong clock does not matter. */
  readonly endsAt: number;
}

const RENEW_BEFORE = 3 * SECOND;
const LOOK_EVERY = 3 * SECOND;

const isUsed = async ({ scan }: Code) => (await helpApi.checkBindingCode({ scan })).state === 'used';

/** Keeps a good binding code on the screen while somebody looks, and notices when it was used. */
export function useBindingCode(wanted: boolean): {
  code: Code | undefined;
  used: boolean;
  /** This is a web page, behind which there is no WeChat account that could be bound. */
  noWechat: boolean;
  refused: Refused | undefined;
} {
  const [code, setCode] = useState<Code>();
  const [used, setUsed] = useState(false);
  const [noWechat, setNoWechat] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  useEffect(() => {
    if (!wanted || used) return;
    let over = false;
    let timer: ReturnType<typeof setTimeout>;
    let shown: Code | undefined;
    const look = async () => {
      try {
        // What was shown until now may just have been used.
        if (shown && (await isUsed(shown))) {
          if (!over) setUsed(true);
          return;
        }
        if (over) return;
        if (!shown || Date.now() > shown.endsAt - RENEW_BEFORE) {
          const login = await loginCode();
          if (over) return;
          if (!login) return setNoWechat(true);
          const askedAt = Date.now();
          const { typed, scan } = await helpApi.issueBindingCode({ code: login });
          if (over) return;
          shown = { typed, scan, endsAt: askedAt + BINDING_LIFE };
          setCode(shown);
        }
        setRefused(undefined);
      } catch (thrown) {
        if (!over) setRefused(asRefused(thrown));
      }
      if (!over) timer = setTimeout(look, LOOK_EVERY);
    };
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [wanted, used]);
  return { code, used, noWechat, refused };
}
