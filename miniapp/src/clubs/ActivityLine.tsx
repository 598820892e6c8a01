import type { ActivityStatus } from '@niangjia/shared/clubs/activity';
import type { Grade } from '@niangjia/shared/clubs/policy';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { sayWhen } from '../say.ts';
import { open } from '../screens.ts';
import { useCareMode } from '../ui/careMode.ts';
import { Row } from '../ui/Row.tsx';
import { activityLineTexts as texts } from './activityLine.text.ts';
import { sayState } from './told.text.ts';
import './ActivityLine.scss';

/** An activity as lists have it. */
export interface ListedActivity {
  readonly id: string;
  readonly club: { readonly id: string; readonly name: string };
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly place: string;
  readonly status: ActivityStatus;
  readonly grade?: Grade | undefined;
  readonly points?: number | undefined;
}

/** An activity in a list: when and where; at its end how far it is, or what came of it. */
export function ActivityLine({
  activity,
  ofClub = false,
  end,
}: {
  activity: ListedActivity;
  /** Whether to say whose it is, where the list is of several clubs. */
  ofClub?: boolean;
  end?: ReactNode;
}) {
  const { id, title, club, place, status, points, grade } = activity;
  const [care] = useCareMode();
  const came = status === 'graded' && grade ? texts.points(points ?? 0) : undefined;
  const stands = end ?? (
    <View className={came ? 'activity-points figures' : 'figures'}>
      {came ?? sayState(activity, Date.now())}
    </View>
  );
  return (
    <Row
      title={title}
      note={
        <View>
          <View className="figures">{sayWhen(activity, Date.now())}</View>
          <View>{ofClub ? texts.where(place, club.name) : place}</View>
          {care ? stands : null}
        </View>
      }
      // Large letters leave no room beside it.
      end={care ? undefined : stands}
      onPress={() => open('activity', { activity: id })}
    />
  );
}
