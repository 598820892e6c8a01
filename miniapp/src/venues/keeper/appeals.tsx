import type { ResponseOf } from '@niangjia/shared/contract';
import { sayTime } from '@niangjia/shared/time';
import type { keeping } from '@niangjia/shared/venues/keeperContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forKeeper } from '../../desk/forStaff.tsx';
import { replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useDeed } from '../../useDeed.ts';
import { usePages } from '../../usePages.ts';
import { appealsTexts as texts } from './day.text.ts';
import { keeperApi } from './keeperApi.ts';
import { sayName } from './keptLines.ts';
import { useKeptVenues } from './useKept.ts';
import { VenuePick } from './VenuePick.tsx';
import './KeptGrid.scss';

type Appeal = ResponseOf<typeof keeping.listAppeals>['appeals'][number];

/** One appeal and the two things to make of it. */
function AppealCard({
  appeal,
  venue,
  onSettled,
  onAgain,
}: {
  appeal: Appeal;
  venue: string;
  onSettled: () => void;
  onAgain: () => void;
}) {
  const deed = useDeed();
  const { id, room = '', start, at, words } = appeal;
  const name = sayName(appeal);
  const now = Date.now();
  const settle = (lifted: boolean) => () =>
    deed.run(async () => {
      await keeperApi.settleAppeal({ venue, id, lifted });
      onSettled();
    });
  return (
    <Card>
      <Row
        title={name}
        note={`${start ? sayTime(start, now) : ''} ${room}`}
        end={texts.said(sayTime(at, now))}
      />
      <View>{texts.words(words)}</View>
      <Notice refused={deed.refused} onNext={onAgain} />
      <View className="kept-acts">
        <Button kind="main" small busy={deed.busy} label={`${name} ${texts.lift}`} onPress={settle(true)}>
          {texts.lift}
        </Button>
        <Button kind="outline" small busy={deed.busy} label={`${name} ${texts.keep}`} onPress={settle(false)}>
          {texts.keep}
        </Button>
      </View>
    </Card>
  );
}

/** What members say about their no-shows, the oldest first. */
function AppealsPage({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const kept = useKeptVenues(homes);
  const venue = kept.venue?.id;
  const [done, setDone] = useState<readonly string[]>([]);
  const list = usePages(
    async (cursor) => (venue ? keeperApi.listAppeals({ venue, cursor }) : { appeals: [], cursor: undefined }),
    ({ appeals }) => appeals,
    venue ?? '',
  );
  const ready = venue !== undefined && list.rows !== undefined;
  // The list may be a moment behind what was done here.
  const waiting = ready ? list.rows?.filter(({ id }) => !done.includes(id)) : undefined;
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence(waiting?.length, list.rest)}
      note={ready ? kept.venue?.name : undefined}
      current="keptAppeals"
      top
    >
      <VenuePick kept={kept} ready={ready} />
      <Notice refused={list.refused} onNext={list.again} />
      {!waiting ? (
        list.refused || kept.venues?.length === 0 ? null : (
          <Skeleton />
        )
      ) : waiting.length === 0 ? (
        <Empty
          text={texts.none}
          note={texts.noneNote}
          next={list.readOn ? texts.more : texts.toDay}
          onNext={list.readOn ?? (() => replaceWith('keptDay'))}
        />
      ) : (
        list
          .shown(waiting)
          .map((appeal) => (
            <AppealCard
              key={appeal.id}
              appeal={appeal}
              venue={venue ?? ''}
              onSettled={() => setDone((before) => [...before, appeal.id])}
              onAgain={list.again}
            />
          ))
      )}
      {waiting && waiting.length > 0 && list.readOn ? (
        <Button kind="text" busy={list.busy} onPress={list.readOn}>
          {texts.more}
        </Button>
      ) : null}
    </Desk>
  );
}

export default forKeeper(AppealsPage);
