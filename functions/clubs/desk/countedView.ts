import type { Counted } from '@niangjia/shared/clubs/attendance';

/** A count, with a copy of its anomalies: an answer is stripped to its schema. */
export const countedView = ({ anomalies, ...counted }: Counted) => ({
  ...counted,
  anomalies: [...anomalies],
});
