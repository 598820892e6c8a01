import type { ResponseOf } from '@niangjia/shared/contract';
import type { audit } from '@niangjia/shared/joining/auditContract';
import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forAuditor } from '../../desk/forStaff.tsx';
import { More } from '../../desk/More.tsx';
import { useHome } from '../../desk/useHome.tsx';
import { open, replaceWith } from '../../screens.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { type Pages, usePages } from '../../usePages.ts';
import { auditApi } from './auditApi.ts';
import { CallBackRows } from './CallBackRows.tsx';
import { callBacksTexts as texts } from './callBacks.text.ts';
import { sayMember, sayStaff } from './Person.tsx';

type CallBack = ResponseOf<typeof audit.listCallBacks>['callBacks'][number];
type Denials = ResponseOf<typeof audit.listDenials>;

function State({ one: { taken, tries } }: { one: CallBack }) {
  if (taken) {
    return <Badge tone="waiting">{taken.mine ? texts.mine : texts.taken(sayStaff(taken.by))}</Badge>;
  }
  return <View className="small">{tries > 0 ? texts.tried(tries) : texts.untried}</View>;
}

/** What members denied, until the node above has settled it: auditors read it. */
function Denied({ list, now }: { list: Pages<Denials, Denials['denials'][number]>; now: number }) {
  const { rows, rest } = list;
  if (!rows || rows.length === 0) return <Notice refused={list.refused} onNext={list.again} />;
  return (
    <>
      <View className="heading callbacks-denied">{texts.denied(rows.length, rest)}</View>
      <CallBackRows
        label={texts.deniedTable}
        names={{ ...texts.deniedColumns, state: texts.deniedColumns.called }}
        rows={list.shown(rows)}
        rest={rest}
        now={now}
        state={({ calledBy, deniedAt }) => (
          <View className="small figures">{texts.called(sayStaff(calledBy), sayTime(deniedAt, now))}</View>
        )}
      />
      <More list={list} found={rows?.length} />
    </>
  );
}

/** The members an auditor calls back, drawn at random; below them those who say they did not join. */
function CallBacks({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const { home, choice } = useHome(homes);
  const [now] = useState(Date.now);
  const list = usePages(
    (cursor) => auditApi.listCallBacks({ org: home.id, cursor }),
    ({ callBacks }) => callBacks,
    home.id,
  );
  const denied = usePages(
    (cursor) => auditApi.listDenials({ org: home.id, cursor }),
    ({ denials }) => denials,
    home.id,
  );
  useDidShow(() => {
    if (list.first) list.again();
    if (denied.first) denied.again();
  });
  const { rows, first } = list;
  const show = ({ id }: CallBack) => open('callBack', { id });
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence(rows?.length, list.rest)}
      note={first ? texts.share(first.share) : undefined}
      current="callBacks"
      top
      printed={rows ? now : undefined}
    >
      {choice}
      <Notice refused={list.refused} onNext={list.again} />
      {!rows ? (
        list.refused ? null : (
          <Skeleton />
        )
      ) : rows.length === 0 ? (
        <Empty
          text={texts.none}
          note={texts.noneNote}
          next={texts.toDecisions}
          onNext={() => replaceWith('decisions')}
        />
      ) : (
        <CallBackRows
          label={texts.table}
          names={texts.columns}
          rows={list.shown(rows)}
          rest={list.rest}
          keys={texts.keys}
          now={now}
          state={(one) => <State one={one} />}
          acts={(one) => (
            <Button
              small
              kind={one.taken?.mine ? 'outline' : 'plain'}
              label={`${sayMember(one.member)} ${one.taken?.mine ? texts.goOn : texts.open}`}
              onPress={() => show(one)}
            >
              {one.taken?.mine ? texts.goOn : texts.open}
            </Button>
          )}
          onEnter={show}
        />
      )}
      <More list={list} found={rows?.length} />
      <Denied list={denied} now={now} />
    </Desk>
  );
}

export default forAuditor(CallBacks);
