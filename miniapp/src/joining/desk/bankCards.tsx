import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forClerk } from '../../desk/forStaff.tsx';
import { keepInAddress } from '../../keepInAddress.ts';
import { replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Table } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { useNow } from '../../useNow.ts';
import { useVisible } from '../../useVisible.ts';
import { BankCardLine, type BankRow } from './BankCardLine.tsx';
import { bankCardsTexts as texts } from './bankCards.text.ts';
import { ChooseUnion } from './ChooseUnion.tsx';
import { OrgSwitch } from './OrgSwitch.tsx';
import { useBankQueue } from './useBankQueue.ts';
import { useUnions } from './useUnions.ts';

const { columns: names } = texts;
const columns: readonly Column<BankRow>[] = [
  { key: 'name', name: names.name, compare: (a, b) => byText(a.name, b.name) },
  { key: 'idNumber', name: names.idNumber },
  { key: 'cardNumber', name: names.cardNumber, compare: (a, b) => byText(a.cardNumber, b.cardNumber) },
  // Whoever scanned no poster has waited since they asked for the card.
  {
    key: 'wait',
    name: names.wait,
    compare: (a, b) => (b.scannedAt ?? b.requestedAt) - (a.scannedAt ?? a.requestedAt),
  },
  { key: 'lastFour', name: names.lastFour },
  { key: 'acts', name: names.acts, screenOnly: true },
];

/** The bank clerk's queue: who waits for the card, and one tap once it is handed over. */
function BankCards({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const { session, org: asked } = useRouter().params;
  const [home, setHome] = useState(homes.find(({ id }) => id === asked) ?? homes[0]);
  const unions = useUnions('bank', home);
  const queue = useBankQueue({ org: unions.org.id, session });
  const now = useNow(useVisible());
  const order = useOrder(columns);
  const [issued, setIssued] = useState<readonly { row: BankRow; lastFour: string }[]>([]);
  // The list may be a moment behind what was done here.
  const waiting = queue.waiting?.filter(({ id }) => !issued.some(({ row }) => row.id === id));
  if (!session && unions.toChoose) return <ChooseUnion title={texts.title} current="bankCards" of={unions} />;
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence(waiting && `${waiting.length}${queue.further ? '+' : ''}`)}
      note={session ? undefined : <OrgSwitch of={unions} />}
      current="bankCards"
      top
      printed={waiting ? now : undefined}
    >
      {homes.length > 1 && !session ? (
        <View className="desk-filters">
          <Chips
            label={texts.which}
            choices={homes.map(({ id, name: text }) => ({ value: id, text }))}
            chosen={home.id}
            onChoose={(id) => {
              setHome(homes.find((one) => one.id === id) ?? home);
              keepInAddress('org', id);
            }}
          />
        </View>
      ) : null}
      <Notice refused={queue.refused} onNext={queue.again} />
      {!waiting ? (
        queue.refused ? null : (
          <Skeleton />
        )
      ) : waiting.length === 0 ? (
        <Empty text={texts.none} note={texts.noneNote} next={texts.home} onNext={() => replaceWith('home')} />
      ) : (
        <Table
          label={texts.table}
          className="bank-table"
          columns={columns}
          order={order}
          rest={queue.further}
          keys={texts.keys}
        >
          {order.sorted(waiting).map((row) => (
            <BankCardLine
              within={queue.within}
              key={row.id}
              row={row}
              now={now}
              onIssued={(lastFour) => setIssued((before) => [{ row, lastFour }, ...before])}
              onAgain={queue.again}
            />
          ))}
        </Table>
      )}
      {queue.further ? (
        <Button kind="text" onPress={queue.readOn}>
          {texts.more}
        </Button>
      ) : null}
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
