import type { ResponseOf } from '@niangjia/shared/contract';
import { isLastFour, isPastPromise } from '@niangjia/shared/joining/bankCard';
import type { joining } from '@niangjia/shared/joining/contract';
import { type Instant, MINUTE, sayClock, sayTime } from '@niangjia/shared/time';
import { Text, View } from '@tarojs/components';
import { useId, useState } from 'react';
import { api } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TableRow } from '../../ui/Table.tsx';
import { cell } from '../../ui/tableRoles.ts';
import { useDeed } from '../../useDeed.ts';
import { bankCardsTexts as texts } from './bankCards.text.ts';
import './BankCardLine.scss';

/** Somebody who waits for the bank card, masked. */
export type BankRow = ResponseOf<typeof joining.listBankCards>['waiting'][number];

/** One who waits: a card on a phone, a row of the table at a desk; four digits and one tap note the card as issued. */
export function BankCardLine({
  row,
  within,
  now,
  onIssued,
  onAgain,
}: {
  row: BankRow;
  /** Within how long of the scan the card is promised, milliseconds. */
  within: number;
  now: Instant;
  onIssued: (lastFour: string) => void;
  /** Looks again at who waits. */
  onAgain: () => void;
}) {
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const issuing = useDeed();
  const id = useId();
  const lastFour = typed.trim();
  const right = isLastFour(lastFour);
  const late = row.scannedAt !== undefined && isPastPromise(row.scannedAt, now, within);
  const issue = async () => {
    setTried(true);
    if (!right) return;
    const done = await issuing.run(async () => {
      await api.issueBankCard({ id: row.id, lastFour });
    });
    if (done) onIssued(lastFour);
  };
  const next = issuing.refused?.code === 'BANK_CARD_ISSUED' ? onAgain : issue;
  return (
    <TableRow
      tone={late ? 'marked' : undefined}
      onEnter={() => document.getElementById(id)?.querySelector('input')?.focus()}
      below={issuing.refused ? <Notice refused={issuing.refused} onNext={next} /> : null}
    >
      <View className="bank-name" {...cell}>
        {row.name}
        {row.reachable ? null : <View className="small">{texts.unreachable}</View>}
      </View>
      <View className="bank-id figures" {...cell}>
        {row.idNumber}
      </View>
      <View className="bank-number figures" {...cell}>
        {row.cardNumber}
      </View>
      <View className={late ? 'bank-wait bank-wait-late figures' : 'bank-wait figures'} {...cell}>
        {row.scannedAt === undefined ? (
          texts.requested(sayTime(row.requestedAt, now))
        ) : (
          <View>
            <View>
              <Text className="bank-word">{texts.sinceScan} </Text>
              {sayClock(now - row.scannedAt)}
            </View>
            {late ? <View>{texts.late(within / MINUTE)}</View> : null}
          </View>
        )}
      </View>
      <View className="bank-field" id={id} {...cell}>
        <Field
          label={texts.lastFour}
          value={typed}
          onType={setTyped}
          keyboard="number"
          placeholder={texts.digits}
          longest={4}
          confirm="done"
          onConfirm={issue}
          error={tried && !right ? texts.fourDigits : undefined}
        />
      </View>
      <View className="bank-act table-screen" {...cell}>
        <Button kind="main" busy={issuing.busy} label={`${row.name} ${texts.done}`} onPress={issue}>
          {issuing.busy ? texts.busy : texts.done}
        </Button>
      </View>
    </TableRow>
  );
}
