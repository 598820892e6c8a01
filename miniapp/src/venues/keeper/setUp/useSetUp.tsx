import type { ResponseOf } from '@niangjia/shared/contract';
import type { KeeperReason } from '@niangjia/shared/venues/keepersWord';
import type { VenueChange } from '@niangjia/shared/venues/setUp';
import type { setUp } from '@niangjia/shared/venues/setUpContract';
import { useRouter } from '@tarojs/taro';
import { replaceWith } from '../../../screens.ts';
import { useAnswer } from '../../../useAnswer.ts';
import { useDeed } from '../../../useDeed.ts';
import { setUpApi } from './setUpApi.ts';

export type House = ResponseOf<typeof setUp.getSetUp>;
export type HouseRoom = House['rooms'][number];

/** The house that a page is about, as it is now, and a way to change it from the version that is shown. */
export function useSetUp() {
  const { venue = '', room = '' } = useRouter().params;
  const asked = useAnswer(async () => (venue ? setUpApi.getSetUp({ venue }) : undefined), venue);
  const deed = useDeed();
  const house = asked.answer;
  /** Changes it; then the house's page, unless there is something else to do. */
  const change = (
    what: VenueChange,
    reason?: KeeperReason,
    then = () => replaceWith('keptSetUp', { venue }),
  ) =>
    deed.run(async () => {
      if (!house) return;
      await setUpApi.changeVenue({ venue, version: house.version, change: what, reason });
      then();
    });
  return {
    ...{ venue, house, deed, change, asked },
    room: house?.rooms.find(({ id }) => id === room),
    roomId: room,
    /** What to do about a refusal: the house as it is now. */
    again: () => {
      deed.clear();
      asked.again();
    },
  };
}
