import { MOST_READINGS, type myData } from '@niangjia/shared/joining/myDataContract';
import type { OpenHandler } from '../../handler.ts';
import { disclosuresOf } from '../../records.ts';
import { readingView } from './copyView.ts';

/** Who opened the caller's data: as which office and role, and what for. Who it was is between the office and its staff. */
export const listReadings: OpenHandler<typeof myData.listReadings> = async ({ caller }) => {
  const records = await disclosuresOf(caller);
  const readings = records.slice(0, MOST_READINGS).map(readingView);
  return { readings, further: records.length > MOST_READINGS };
};
