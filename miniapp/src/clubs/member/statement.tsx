import { whyNotRedeem } from '@niangjia/shared/clubs/ledger';
import { type RefusalCode, refusalEntry } from '@niangjia/shared/refusal';
import { View } from '@tarojs/components';
import { useDidShow, useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { sayYuan } from '../../sayYuan.ts';
import { open } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { usePages } from '../../usePages.ts';
import type { Line, Statement } from './answers.ts';
import { LineSheet } from './LineSheet.tsx';
import { moneyApi } from './moneyApi.ts';
import { RedeemSheet } from './RedeemSheet.tsx';
import { sayLine } from './sayLine.ts';
import { redeemTexts, statementTexts as texts } from './statement.text.ts';
import './statement.scss';

/** Why the leader can't redeem anything now, as the API would refuse it: the club, then the points and the year. */
function whyNot(statement: Statement): string | undefined {
  const { club, balance, owed, year, redeemed, aYear, aHundred, whyNotRedeem: whyNone } = statement;
  if (whyNone) return refusalEntry(whyNone as RefusalCode).text;
  const state = { club: club.id, seq: 0, balance, owed, redeemed: { [year]: redeemed } };
  const why = whyNotRedeem(state, 100, { aHundred, aYear }, Date.now());
  if (why === 'POINTS_SHORT') return redeemTexts.short(100 - balance);
  return why && refusalEntry(why).text;
}

// In WeChat the bar above has a fixed title.
const inBar = process.env.TARO_ENV !== 'weapp';

/** What there is, and how much of it can still become money this year. */
function Head({ statement }: { statement: Statement }) {
  const { balance, yearLeft, redeemed, aYear, owed, club } = statement;
  const [had, all] = [sayYuan(redeemed), sayYuan(aYear)];
  const share = aYear > 0 ? Math.min(100, (100 * redeemed) / aYear) : 0;
  const told = process.env.TARO_ENV === 'weapp' ? {} : { role: 'img', 'aria-label': texts.bar(had, all) };
  return (
    <View>
      <View className="statement-club">{inBar ? club.union : texts.whose(club.name, club.union)}</View>
      <Card>
        <View className="statement-head">
          <View>
            <View className="small">{texts.balance}</View>
            <View className="statement-balance figures">{balance}</View>
          </View>
          <View className="statement-left">
            <View className="small">{texts.yearLeft}</View>
            <View className="statement-yuan figures">{sayYuan(yearLeft)}</View>
          </View>
        </View>
        <View className="statement-track" {...told}>
          <View className="statement-had" style={{ width: `${share}%` }} />
        </View>
        <View className="statement-ends small figures">
          <View>{texts.redeemed(had)}</View>
          <View>{texts.aYear(all)}</View>
        </View>
      </Card>
      {owed > 0 ? (
        <Card tone="waiting">
          <View className="heading figures">{texts.owed(owed)}</View>
          <View className="small">{texts.owedNote}</View>
        </Card>
      ) : null}
    </View>
  );
}

function LineRow({ line, onPress }: { line: Line; onPress: () => void }) {
  const { title, note, change } = sayLine(line);
  return (
    <Row
      title={title}
      note={note}
      end={
        <View
          className={line.change > 0 ? 'statement-change statement-plus figures' : 'statement-change figures'}
        >
          {change || '›'}
        </View>
      }
      onPress={onPress}
    />
  );
}

/** A club's points and money, line by line: anybody may read it, its leader redeems. */
export default function StatementPage() {
  const { club = '' } = useRouter().params;
  const pages = usePages(
    (cursor) => moneyApi.getStatement({ club, cursor }),
    ({ lines }) => lines,
    club,
  );
  const [line, look] = useState<Line>();
  const [redeeming, redeem] = useState(false);
  const { first, rows } = pages;
  // Coming back, something may have been reviewed, paid or graded.
  useDidShow(() => {
    if (first) pages.again();
  });
  const why = first && whyNot(first);
  return (
    <Screen
      title={first ? texts.of(first.club.name) : texts.title}
      action={
        first?.leads ? (
          <Button kind="main" whyNot={why} onPress={() => redeem(true)}>
            {redeemTexts.redeem}
          </Button>
        ) : undefined
      }
    >
      <Notice refused={pages.refused} onNext={pages.again} />
      {first && rows ? (
        <View>
          <Head statement={first} />
          {rows.length > 0 ? (
            <View>
              <View className="heading statement-where">{texts.where}</View>
              <Card>
                {pages.shown(rows).map((one) => (
                  <LineRow key={one.seq} line={one} onPress={() => look(one)} />
                ))}
              </Card>
              {pages.readOn ? (
                <Button kind="plain" busy={pages.busy} onPress={pages.readOn}>
                  {texts.more}
                </Button>
              ) : null}
              <View className="small statement-rule">{texts.rule(first.rule)}</View>
            </View>
          ) : first.leads ? (
            <Empty
              text={texts.none}
              note={texts.noneNote}
              next={texts.declare}
              onNext={() => open('declare', { club })}
            />
          ) : (
            <Empty text={texts.none} note={texts.noneNote} />
          )}
        </View>
      ) : pages.refused ? null : (
        <View>
          <Skeleton lines={[40, 60, 100]} />
          <Skeleton lines={[90, 70, 90, 70]} />
        </View>
      )}
      {line ? <LineSheet line={line} onClose={() => look(undefined)} /> : null}
      {redeeming && first ? (
        <RedeemSheet statement={first} onChanged={pages.again} onClose={() => redeem(false)} />
      ) : null}
    </Screen>
  );
}
