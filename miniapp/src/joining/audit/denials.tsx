import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { Duty } from '../../desk/duty.ts';
import { forReviewer } from '../../desk/forStaff.tsx';
import { More } from '../../desk/More.tsx';
import { open, replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { usePages } from '../../usePages.ts';
import { auditApi } from './auditApi.ts';
import { CallBackRows } from './CallBackRows.tsx';
import { callBacksTexts, denialsTexts as texts } from './callBacks.text.ts';
import { sayMember, sayStaff } from './Person.tsx';

/** Members below a node who say they did not join: for its reviewers, who settle it. */
function Denials({ home }: Duty) {
  const [now] = useState(Date.now);
  const asked = useRouter().params.org ?? home.id;
  const list = usePages(
    (cursor) => auditApi.listDenials({ org: asked, cursor }),
    ({ denials }) => denials,
    asked,
  );
  useDidShow(() => {
    if (list.first) list.again();
  });
  const { rows } = list;
  const show = ({ id }: { id: string }) => open('denial', { id });
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence(rows?.length, list.rest)}
      note={texts.note}
      current="queue"
      printed={rows ? now : undefined}
    >
      <Notice refused={list.refused} onNext={list.again} />
      {!rows ? (
        list.refused ? null : (
          <Skeleton />
        )
      ) : rows.length === 0 ? (
        <Empty
          text={texts.none}
          note={texts.noneNote}
          next={texts.toQueue}
          onNext={() => replaceWith('queue')}
        />
      ) : (
        <CallBackRows
          label={callBacksTexts.deniedTable}
          names={{ ...callBacksTexts.deniedColumns, state: callBacksTexts.deniedColumns.called }}
          rows={list.shown(rows)}
          rest={list.rest}
          keys={texts.keys}
          now={now}
          state={({ calledBy, deniedAt }) => (
            <View className="small figures">
              {callBacksTexts.called(sayStaff(calledBy), sayTime(deniedAt, now))}
            </View>
          )}
          acts={(one) => (
            <Button small label={`${sayMember(one.member)} ${texts.open}`} onPress={() => show(one)}>
              {texts.open}
            </Button>
          )}
          onEnter={show}
        />
      )}
      <More list={list} found={rows?.length} />
    </Desk>
  );
}

export default forReviewer(Denials);
