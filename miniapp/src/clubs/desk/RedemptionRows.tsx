import { Words } from '@niangjia/shared/clubs/club';
import { Voucher } from '@niangjia/shared/clubs/redemption';
import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import type { Role } from '@niangjia/shared/roles';
import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayYuan } from '../../sayYuan.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table, TableRow } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { cell } from '../../ui/tableRoles.ts';
import { useDeed } from '../../useDeed.ts';
import { clubDeskTexts } from './desk.text.ts';
import type { RedemptionRow } from './payList.ts';
import { actsIn, forms, send, takesVoucher } from './redemptionActs.ts';
import { type Act, type Listed, redemptionsTexts as texts } from './redemptions.text.ts';
import { WordsForm } from './WordsForm.tsx';
import './redemptions.scss';

const { columns: names } = texts;
const columns: readonly Column<RedemptionRow>[] = [
  { key: 'club', name: names.club, compare: (a, b) => byText(a.club.name, b.club.name) },
  { key: 'points', name: names.points, compare: (a, b) => a.points - b.points },
  { key: 'fen', name: names.fen, compare: (a, b) => a.fen - b.fen },
  { key: 'asked', name: names.askedAt, compare: (a, b) => a.askedAt - b.askedAt },
  { key: 'reviewed', name: names.reviewed },
  { key: 'acts', name: names.acts, screenOnly: true },
];

/** Who had it in their hands, and what they wrote. */
function Handled({ row: { reviewedBy, reviewedAt, paidAt, voucher, words } }: { row: RedemptionRow }) {
  const now = Date.now();
  const lines = [
    reviewedAt && texts.reviewedBy(reviewedBy ?? clubDeskTexts.somebody, sayTime(reviewedAt, now)),
    paidAt && texts.paid(sayTime(paidAt, now), voucher ?? ''),
    words && `“${words}”`,
  ];
  return (
    <View>
      {lines.map((line) =>
        line ? (
          <View key={line} className="small figures">
            {line}
          </View>
        ) : null,
      )}
    </View>
  );
}

function RedemptionLine({
  row,
  state,
  may,
  onDone,
  onAgain,
}: {
  row: RedemptionRow;
  state: Listed;
  may: (role: Role) => boolean;
  onDone: (row: RedemptionRow, said: string) => void;
  onAgain: () => void;
}) {
  const { id, club, union, points, fen, year, askedAt, why } = row;
  const [doing, begin] = useState<Act>();
  const deed = useDeed();
  const yuan = sayYuan(fen);
  const { role, acts } = actsIn[state];
  const act = (what: Act, words: string) =>
    void deed.run(async () => {
      await send(what, id, words);
      onDone(row, texts.done[what](club.name, yuan));
    });
  const form = doing && forms[doing];
  return (
    <TableRow
      below={
        form || deed.refused ? (
          <View className="redemption-below">
            <Notice refused={deed.refused} onNext={onAgain} />
            {doing && form ? (
              <View>
                {form.note ? <View className="small">{form.note}</View> : null}
                <WordsForm
                  label={form.label}
                  example={form.example}
                  send={texts.acts[doing]}
                  schema={takesVoucher(doing) ? Voucher : Words}
                  longest={takesVoucher(doing) ? 30 : 100}
                  busy={deed.busy}
                  onSend={(words) => act(doing, words)}
                  onKeep={() => begin(undefined)}
                />
              </View>
            ) : null}
          </View>
        ) : null
      }
    >
      <View className="redemption-club" {...cell}>
        <View className="club-name">{club.name}</View>
        <View className="small">{union}</View>
      </View>
      <View className="figures" {...cell}>
        {texts.points(points)}
      </View>
      <View className="redemption-yuan figures" {...cell}>
        {yuan}
        <View className="small">{texts.year(year)}</View>
      </View>
      <View className="redemption-asked small figures" {...cell}>
        {texts.asked(sayTime(askedAt, Date.now()))}
      </View>
      <View className="redemption-handled" {...cell}>
        <Handled row={row} />
      </View>
      <View className="redemption-acts table-screen" {...cell}>
        {!may(role) || doing ? null : why ? (
          <View className="small">{refusalEntry(why as RefusalCode).text}</View>
        ) : (
          <View className="club-acts">
            {acts.map((what, i) => (
              <Button
                key={what}
                small
                kind={i === 0 ? 'outline' : 'plain'}
                busy={deed.busy}
                label={`${club.name} ${yuan} ${texts.acts[what]}`}
                onPress={() => (forms[what] ? begin(what) : act(what, ''))}
              >
                {texts.acts[what]}
              </Button>
            ))}
          </View>
        )}
      </View>
    </TableRow>
  );
}

/** Redemptions in one state, with what can be done with each. */
export function RedemptionRows({
  rows,
  rest,
  ...line
}: {
  rows: readonly RedemptionRow[];
  rest: boolean;
  state: Listed;
  may: (role: Role) => boolean;
  onDone: (row: RedemptionRow, said: string) => void;
  onAgain: () => void;
}) {
  const order = useOrder(columns);
  return (
    <Table label={texts.table} className="redemptions-table" columns={columns} order={order} rest={rest}>
      {order.sorted(rows).map((row) => (
        <RedemptionLine key={row.id} row={row} {...line} />
      ))}
    </Table>
  );
}
