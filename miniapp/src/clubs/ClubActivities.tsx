import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useDeed } from '../useDeed.ts';
import { ActivityLine, type ListedActivity } from './ActivityLine.tsx';
import type { ClubAnswer } from './answers.ts';
import { clubTexts as texts } from './club.text.ts';
import { clubsApi } from './clubsApi.ts';

/** As many as the club's page comes with; then there may be older ones. */
const A_PAGE = 20;
const LEADERS: readonly ListedActivity['status'][] = ['declared', 'returned'];

/** A club's activities: the next ones, then what it did; older ones on demand. */
export function ClubActivities({ there: { club, leads, activities } }: { there: ClubAnswer }) {
  const [older, setOlder] = useState<{ rows: readonly ListedActivity[]; cursor: string | undefined }>();
  const deed = useDeed();
  const now = Date.now();
  // What the union has not agreed to is its leader's.
  const shown = leads ? activities : activities.filter(({ status }) => !LEADERS.includes(status));
  const next = shown.filter(({ end }) => end > now).sort((a, b) => a.start - b.start);
  const known = new Set(activities.map(({ id }) => id));
  const past = [
    ...shown.filter(({ end }) => end <= now),
    ...(older?.rows ?? []).filter(({ id }) => !known.has(id)),
  ];
  const readOn = () =>
    deed.run(async () => {
      const page = await clubsApi.listActivities({ club: club.id, cursor: older?.cursor });
      setOlder({ rows: [...(older?.rows ?? []), ...page.activities], cursor: page.cursor });
    });
  const isMore = older ? older.cursor !== undefined : activities.length >= A_PAGE;
  return (
    <View>
      <Card heading={texts.next}>
        {next.map((activity) => (
          <ActivityLine key={activity.id} activity={activity} />
        ))}
        {next.length === 0 ? (
          <View className="small">
            {`${texts.noNext}。${leads ? texts.noNextNote.leads : texts.noNextNote.others}`}
          </View>
        ) : null}
      </Card>
      {past.length > 0 ? (
        <Card heading={texts.past}>
          {past.map((activity) => (
            <ActivityLine key={activity.id} activity={activity} />
          ))}
        </Card>
      ) : null}
      <Notice refused={deed.refused} onNext={readOn} />
      {isMore ? (
        <Button kind="plain" busy={deed.busy} onPress={readOn}>
          {texts.older}
        </Button>
      ) : null}
    </View>
  );
}
