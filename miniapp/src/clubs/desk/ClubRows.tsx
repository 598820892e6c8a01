import { Words } from '@niangjia/shared/clubs/club';
import type { clubDesk } from '@niangjia/shared/clubs/deskContract';
import type { ResponseOf } from '@niangjia/shared/contract';
import { sayDate } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { sayYuan } from '../../sayYuan.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Table, TableRow } from '../../ui/Table.tsx';
import { byText, type Column, useOrder } from '../../ui/tableOrder.ts';
import { cell } from '../../ui/tableRoles.ts';
import { useDeed } from '../../useDeed.ts';
import { categoryNames } from '../names.text.ts';
import { type ClubState, clubsTexts as texts } from './clubs.text.ts';
import { clubDeskTexts } from './desk.text.ts';
import { deskApi } from './deskApi.ts';
import { moneyApi } from './moneyApi.ts';
import { PutLeader } from './PutLeader.tsx';
import { Repayment } from './Repayment.tsx';
import { WordsForm } from './WordsForm.tsx';
import './clubs.scss';

export type KeptClub = ResponseOf<typeof clubDesk.listKeptClubs>['clubs'][number];
type Doing = 'refuse' | 'close' | 'leader' | 'repay';

const { columns: names } = texts;
const columns: readonly Column<KeptClub>[] = [
  { key: 'name', name: names.name, compare: (a, b) => byText(a.name, b.name) },
  { key: 'words', name: names.words },
  { key: 'union', name: names.union, compare: (a, b) => byText(a.union, b.union) },
  { key: 'leader', name: names.leader },
  { key: 'since', name: names.since, compare: (a, b) => a.since - b.since },
  { key: 'acts', name: names.acts, screenOnly: true },
];

/** One club and what can be done with it; what takes words or a card opens under the row. */
function ClubLine({
  club: { id, name, category, words, union, leader, since, leads },
  state,
  reviews,
  pays,
  onDone,
  onAgain,
}: {
  club: KeptClub;
  state: ClubState;
  reviews: boolean;
  /** Whether the reader is of finance. */
  pays: boolean;
  /** `gone` where it is of this list no more. */
  onDone: (id: string, said: string, gone: boolean) => void;
  onAgain: () => void;
}) {
  const [doing, begin] = useState<Doing>();
  const deed = useDeed();
  const { busy } = deed;
  const act = (run: () => Promise<string>, gone = true) =>
    void deed.run(async () => {
      onDone(id, await run(), gone);
      begin(undefined);
    });
  const keep = () => begin(undefined);
  const decide = (approved: boolean, said?: string) =>
    act(async () => {
      await deskApi.decideClub({ club: id, approved, words: said });
      return approved ? texts.approved(name) : texts.refused(name);
    });
  const forms: Readonly<Record<Doing, JSX.Element>> = {
    refuse: (
      <WordsForm
        {...{ label: texts.refuseWhy, example: texts.refuseExample, send: texts.refuse, schema: Words, busy }}
        onSend={(said) => decide(false, said)}
        onKeep={keep}
      />
    ),
    close: (
      <View>
        <View className="small">{texts.closeNote}</View>
        <WordsForm
          {...{ label: texts.closeWhy, example: texts.closeExample, send: texts.close, schema: Words, busy }}
          onSend={(said) =>
            act(async () => {
              await deskApi.closeClub({ club: id, words: said });
              return texts.closed(name);
            })
          }
          onKeep={keep}
        />
      </View>
    ),
    leader: (
      <PutLeader
        name={name}
        busy={busy}
        onCard={(card) =>
          act(async () => {
            const led = await deskApi.putClubLeader({ club: id, card });
            return texts.changed(name, led.name ?? clubDeskTexts.somebody);
          }, false)
        }
        onKeep={keep}
      />
    ),
    repay: (
      <Repayment
        club={id}
        busy={busy}
        onRepaid={(points, voucher) =>
          act(async () => {
            const { owed, fen } = await moneyApi.recordRepayment({ club: id, points, voucher });
            return texts.repaidSaid(name, sayYuan(fen), owed);
          }, false)
        }
        onKeep={keep}
      />
    ),
  };
  const open = (what: Doing, text: string) => (
    <Button small label={`${name} ${text}`} onPress={() => begin(what)}>
      {text}
    </Button>
  );
  const below =
    doing || deed.refused ? (
      <View className="club-below">
        <Notice refused={deed.refused} onNext={onAgain} />
        {doing ? forms[doing] : null}
      </View>
    ) : null;
  return (
    <TableRow below={below}>
      <View className="kept-club-name" {...cell}>
        <View className="club-name">{name}</View>
        <View className="small">{categoryNames[category]}</View>
      </View>
      <View className="kept-club-words small" {...cell}>
        {words}
      </View>
      <View className="kept-club-union small" {...cell}>
        {union}
      </View>
      <View {...cell}>{leader ? texts.lead(leader) : clubDeskTexts.somebody}</View>
      <View className="small figures" {...cell}>
        {sayDate(since, Date.now())}
      </View>
      <View className="kept-club-acts table-screen" {...cell}>
        {doing || !(reviews || pays) ? null : leads ? (
          <View className="small">{texts.own}</View>
        ) : (
          <View className="club-acts">
            {reviews && state === 'applied' ? (
              <Button
                kind="outline"
                small
                busy={busy}
                label={`${name} ${texts.approve}`}
                onPress={() => decide(true)}
              >
                {texts.approve}
              </Button>
            ) : null}
            {reviews && state === 'applied' ? open('refuse', texts.refuse) : null}
            {reviews && state === 'active' ? open('leader', texts.change) : null}
            {reviews && state === 'active' ? open('close', texts.close) : null}
            {pays && state !== 'applied' ? open('repay', texts.repay) : null}
          </View>
        )}
      </View>
    </TableRow>
  );
}

/** Clubs of one state, with what can be done with each. */
export function ClubRows({
  clubs,
  rest,
  ...line
}: {
  clubs: readonly KeptClub[];
  rest: boolean;
  state: ClubState;
  reviews: boolean;
  /** Whether the reader is of finance. */
  pays: boolean;
  /** `gone` where it is of this list no more. */
  onDone: (id: string, said: string, gone: boolean) => void;
  onAgain: () => void;
}) {
  const order = useOrder(columns);
  return (
    <Table label={texts.table} className="kept-clubs" columns={columns} order={order} rest={rest}>
      {order.sorted(clubs).map((club) => (
        <ClubLine key={club.id} club={club} {...line} />
      ))}
    </Table>
  );
}
