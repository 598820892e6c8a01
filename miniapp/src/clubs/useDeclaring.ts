import { Plan } from '@niangjia/shared/clubs/activity';
import { faultsOf } from '@niangjia/shared/faults';
import { clockOf, dayOf } from '@niangjia/shared/time';
import { useState } from 'react';
import { useReminder } from '../api/askToRemind.ts';
import { Refused } from '../api/refused.ts';
import { replaceWith } from '../screens.ts';
import { useDeed } from '../useDeed.ts';
import type { ActivityAnswer } from './answers.ts';
import { clubsApi } from './clubsApi.ts';
import { type ActivityDraft, freshPlan, planOf, timesOf, whyNotThen } from './declarePlan.ts';
import { useDraft } from './useDraft.ts';

/** What was declared, as it is mended. */
const draftFrom = ({ activity }: ActivityAnswer): ActivityDraft => ({
  ...freshPlan(activity.start),
  ...{ title: activity.title, nature: activity.nature, place: activity.place, words: activity.words },
  ...{ day: dayOf(activity.start), start: clockOf(activity.start), end: clockOf(activity.end) },
  where: 'elsewhere',
  at:
    activity.latitude === undefined || activity.longitude === undefined
      ? undefined
      : { latitude: activity.latitude, longitude: activity.longitude },
  expected: String(activity.expected),
});

/** An activity that is being declared, or mended; what is wrong with it is said once somebody has tried. */
export function useDeclaring(club: string, returned: ActivityAnswer | undefined) {
  const mended = returned?.activity.id;
  const { draft, fill, end } = useDraft(
    mended ? `activity.${mended}` : `activity.of.${club}`,
    returned ? draftFrom(returned) : freshPlan(Date.now()),
  );
  const [tried, setTried] = useState(false);
  // A room that was lost is looked at anew.
  const [turn, setTurn] = useState(0);
  const deed = useDeed();
  const askToRemind = useReminder();
  const plan = planOf(draft);
  const wrongTimes = mended ? undefined : whyNotThen(draft, Date.now());
  const faults = { ...(tried ? faultsOf(Plan, plan) : {}), ...deed.refused?.fields };
  const lacks =
    Object.keys(faultsOf(Plan, plan)).length > 0 ||
    !draft.where ||
    (draft.where === 'room' && draft.slots.length === 0);
  const roomLost = (thrown: unknown) => {
    if (thrown instanceof Refused && thrown.code.startsWith('SLOT_')) {
      setTurn(turn + 1);
      fill({ slots: [] });
    }
    throw thrown;
  };
  const submit = async () => {
    const { nature } = plan;
    if (!nature || lacks || wrongTimes) return setTried(true);
    const remind = mended ? [] : await askToRemind('decision');
    await deed.run(async () => {
      const { start: _start, end: _end, ...rest } = { ...plan, nature };
      const room =
        draft.where === 'room'
          ? { venue: draft.venue, room: draft.room, starts: draft.slots.map(({ start }) => start) }
          : undefined;
      const { id } = mended
        ? await clubsApi.redeclareActivity({ activity: mended, ...rest })
        : await clubsApi.declareActivity({ club, ...rest, ...timesOf(draft), room, remind }).catch(roomLost);
      end();
      replaceWith('activity', { activity: id });
    });
  };
  return { draft, fill, faults, tried, wrongTimes, deed, turn, submit };
}
