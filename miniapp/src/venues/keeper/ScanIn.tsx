import { useState } from 'react';
import { scan } from '../../scan.ts';
import { Button } from '../../ui/Button.tsx';
import { useDeed } from '../../useDeed.ts';
import { keptDayTexts as texts } from './day.text.ts';
import { keeperApi } from './keeperApi.ts';

/** What came of scanning somebody's card. */
export function useScanIn(venue: string | undefined, onSeen: () => void) {
  const [said, say] = useState('');
  const deed = useDeed();
  const scanIn = async () => {
    deed.clear();
    const token = await scan();
    say(token === '' ? texts.unreadable : '');
    if (!token || !venue) return;
    await deed.run(async () => {
      const { name, room, start } = await keeperApi.seeCard({ venue, token });
      say(texts.seen(name ?? texts.somebody, room, start));
      onSeen();
    });
  };
  return { said, refused: deed.refused, busy: deed.busy, scanIn, clear: deed.clear };
}

/** The button for it; in a browser a photo is taken. */
export function ScanIn({ busy, onPress }: { busy: boolean; onPress: () => void }) {
  return (
    <Button kind="main" busy={busy} onPress={onPress}>
      {process.env.TARO_ENV === 'weapp' ? texts.scan : texts.photo}
    </Button>
  );
}
