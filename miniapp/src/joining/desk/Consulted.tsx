import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import { randomKey } from '../../api/randomKey.ts';
import { api } from '../../api.ts';
import { Notice } from '../../ui/Notice.tsx';
import { press } from '../../ui/press.ts';
import { useDeed } from '../../useDeed.ts';
import { boardTexts as texts } from './board.text.ts';
import { Tile } from './Tile.tsx';

/** Taps are gathered for a moment and sent as one; at most ten at a time. */
const PAUSE = 800;
const MOST = 10;

/** How many people were talked to, and the staff's own counter: a tap more, a tap less. */
export function Consulted({
  code,
  people,
  counts,
  onCounted,
}: {
  code: string;
  people: number;
  /** Whether there is a counter, for those on the staff. */
  counts: boolean;
  onCounted: () => void;
}) {
  const [taps, setTaps] = useState(0);
  const deed = useDeed();
  // One key for one lot of taps, kept until an answer came: a lot that is sent again counts once.
  const lot = useRef<{ key: string; people: number }>();

  const send = () =>
    deed.run(async () => {
      const mine = lot.current ?? { key: await randomKey(), people: Math.max(-MOST, Math.min(MOST, taps)) };
      lot.current = mine;
      await api.countConsultations({ code, people: mine.people }, { key: mine.key });
      lot.current = undefined;
      setTaps((before) => before - mine.people);
      onCounted();
    });

  // biome-ignore lint/correctness/useExhaustiveDependencies: each tap starts the pause again
  useEffect(() => {
    if (taps === 0 || deed.busy || deed.refused) return;
    const timer = setTimeout(send, PAUSE);
    return () => clearTimeout(timer);
  }, [taps, deed.busy, deed.refused]);

  const tap = (by: number) => setTaps((before) => Math.max(-people, before + by));
  return (
    <Tile name={texts.consulted} figure={people + taps}>
      {counts ? (
        <View className="consulted-taps">
          <View className="consulted-tap" {...press(() => tap(-1), { label: texts.less })}>
            −1
          </View>
          <View className="consulted-tap" {...press(() => tap(1), { label: texts.more })}>
            +1
          </View>
        </View>
      ) : null}
      <Notice refused={deed.refused} onNext={send} />
    </Tile>
  );
}
