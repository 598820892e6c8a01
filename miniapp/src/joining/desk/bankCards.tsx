import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '../../api.ts';
import { replaceWith } from '../../screens.ts';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useNow } from '../../useNow.ts';
import { useRefreshed } from '../../useRefreshed.ts';
import { useVisible } from '../../useVisible.ts';
import { BankCardLine, type BankRow } from './BankCardLine.tsx';
import { bankCardsTexts as texts } from './bankCards.text.ts';
import { Desk } from './Desk.tsx';
import type { OrgChoice } from './duty.ts';
import { forClerk } from './forStaff.tsx';
import { keepInAddress } from './keepInAddress.ts';
import { columnHead, table, row as tableRow } from './table.ts';

/** The bank clerk's queue: who waits for the card, and one tap once it is handed over. */
function BankCards({ orgs }: { orgs: readonly OrgChoice[] }) {
  const { session, org: asked } = useRouter().params;
  const [orgId, setOrg] = useState(orgs.find(({ id }) => id === asked)?.id ?? orgs[0]?.id ?? '');
  const of = session ? { session } : { org: orgId };
  const queue = useRefreshed(() => api.listBankCards(of), session ?? orgId);
  const now = useNow(useVisible());
  const [issued, setIssued] = useState<readonly { row: BankRow; lastFour: string }[]>([]);
  // The list may be a moment behind what was done here.
  const waiting = queue.answer?.waiting.filter(({ id }) => !issued.some(({ row }) => row.id === id));
  const further = queue.answer?.cursor !== undefined;
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence(waiting && `${waiting.length}${further ? '+' : ''}`)}
      note={orgs.length === 1 ? orgs[0]?.name : undefined}
      current="bankCards"
      top
    >
      {orgs.length > 1 && !session ? (
        <Chips
          label={texts.which}
          choices={orgs.map(({ id, name }) => ({ value: id, text: name }))}
          chosen={orgId}
          onChoose={(id) => {
            setOrg(id);
            keepInAddress('org', id);
          }}
        />
      ) : null}
      <Notice refused={queue.refused} onNext={queue.again} />
      {!waiting ? (
        queue.refused ? null : (
          <Skeleton />
        )
      ) : waiting.length === 0 ? (
        <Empty text={texts.none} note={texts.noneNote} next={texts.home} onNext={() => replaceWith('home')} />
      ) : (
        <View className="bank-table" {...table(texts.table)}>
          <View className="bank-line bank-head" {...tableRow}>
            {texts.columns.map((name) => (
              <View key={name} {...columnHead}>
                {name}
              </View>
            ))}
          </View>
          {waiting.map((row) => (
            <BankCardLine
              within={queue.answer?.within ?? Number.POSITIVE_INFINITY}
              key={row.id}
              row={row}
              now={now}
              onIssued={(lastFour) => setIssued((before) => [{ row, lastFour }, ...before])}
              onAgain={queue.again}
            />
          ))}
        </View>
      )}
      {further ? <View className="small">{texts.further}</View> : null}
      {issued.length > 0 ? (
        <View className="bank-done">
          <Card heading={texts.justDone} tone="done">
            {issued.map(({ row, lastFour }) => (
              <Row key={row.id} title={row.name} note={row.cardNumber} end={texts.ending(lastFour)} />
            ))}
          </Card>
        </View>
      ) : null}
    </Desk>
  );
}

export default forClerk(BankCards);
