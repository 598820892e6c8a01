import { DAY, dayOf } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { dropFile, handOver } from '../../handOver.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { WhenField } from '../../ui/WhenField.tsx';
import { useDeed } from '../../useDeed.ts';
import { bookingsFile, type KeptBooking } from './bookingsFile.ts';
import { keeperApi } from './keeperApi.ts';
import { exportTexts as texts } from './use.text.ts';
import type { KeptVenue } from './useKept.ts';

const LONGEST = 31;
const isPeriod = (from: string, until: string) =>
  until >= from && Date.parse(until) - Date.parse(from) < LONGEST * DAY;

/** A house's bookings of a period for a spreadsheet: got together page by page, then handed over with a tap. */
export function ExportBookings({ venue: { id: venue, name } }: { venue: KeptVenue }) {
  const [from, setFrom] = useState(dayOf(Date.now() - 30 * DAY));
  const [until, setUntil] = useState(dayOf(Date.now()));
  const [got, get] = useState<{ of: string; rows: readonly KeptBooking[]; whole: boolean }>();
  const [saved, setSaved] = useState(false);
  const deed = useDeed();
  useEffect(() => () => dropFile('csv'), []);
  const question = `${venue} ${from} ${until}`;
  const there = got?.of === question ? got : undefined;
  const prepare = () =>
    deed.run(async () => {
      setSaved(false);
      const rows: KeptBooking[] = [];
      let cursor: string | undefined;
      do {
        const page = await keeperApi.listKeptBookings({ venue, from, until, cursor });
        rows.push(...page.bookings);
        cursor = page.cursor;
        get({ of: question, rows: [...rows], whole: cursor === undefined });
      } while (cursor !== undefined);
    });
  const save = () =>
    deed.run(async () => {
      const file = texts.fileName(name, from, until);
      setSaved(await handOver(file, bookingsFile(there?.rows ?? []), 'csv'));
    });
  const wrong = isPeriod(from, until) ? undefined : texts.periodWrong;
  return (
    <Card heading={texts.heading}>
      <View className="small">{texts.note}</View>
      <View className="kept-when">
        <WhenField label={texts.from} kind="date" value={from} onChoose={setFrom} />
        <WhenField label={texts.until} kind="date" value={until} onChoose={setUntil} />
      </View>
      <View className="small kept-said" {...spoken('status')}>
        {saved
          ? texts.saved
          : there
            ? there.whole
              ? texts.ready(there.rows.length)
              : texts.preparing(there.rows.length)
            : null}
      </View>
      <Notice refused={deed.refused} onNext={deed.clear} />
      <View className="kept-acts">
        {there?.whole && there.rows.length > 0 ? (
          <Button kind="main" small busy={deed.busy} onPress={save}>
            {texts.save}
          </Button>
        ) : (
          <Button kind="outline" small busy={deed.busy} whyNot={wrong} onPress={prepare}>
            {texts.prepare}
          </Button>
        )}
      </View>
    </Card>
  );
}
