import { DAY, dayOf } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forClubs } from '../../desk/forStaff.tsx';
import { useHome } from '../../desk/useHome.tsx';
import { keepInAddress } from '../../keepInAddress.ts';
import { Chips } from '../../ui/Chips.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { type ClubFigures, FunnelCard } from './FunnelCard.tsx';
import { figuresTexts as texts } from './figures.text.ts';
import { MoneyCard } from './MoneyCard.tsx';
import { moneyApi } from './moneyApi.ts';
import { Said } from './Said.tsx';
import { UnionsCard } from './UnionsCard.tsx';
import './desk.scss';
import './figures.scss';

/** Years that can be looked at. */
const YEARS = 3;

/** How long money took, in days. */
function sayToMoney(span: number | undefined): string {
  if (span === undefined) return texts.unknown;
  return span < DAY ? texts.lessThanADay : texts.days(Math.round(span / DAY));
}

function Tile({ name, figure, note }: { name: string; figure: string; note?: string }) {
  return (
    <View className="figures-tile">
      <View className="small">{name}</View>
      <View className="figures-number figures">{figure}</View>
      {note ? <View className="small">{note}</View> : null}
    </View>
  );
}

function Tiles({ figures: { clubs, funnel, points, toMoney } }: { figures: ClubFigures }) {
  return (
    <View className="figures-tiles">
      <Tile name={texts.tiles.clubs} figure={String(clubs)} />
      <Tile name={texts.tiles.graded} figure={String(funnel.graded)} />
      <Tile name={texts.tiles.points} figure={String(points)} />
      <Tile
        name={texts.tiles.toMoney}
        figure={sayToMoney(toMoney)}
        {...(toMoney === undefined ? {} : { note: texts.middle })}
      />
    </View>
  );
}

/** A year of a union's clubs: how far activities came, where the money is, by union. */
function FiguresPage({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const { home, choice } = useHome(homes);
  const thisYear = Number(dayOf(Date.now()).slice(0, 4));
  const years = Array.from({ length: YEARS }, (_, i) => String(thisYear - i));
  const asked = useRouter().params.year ?? '';
  const [year, setYear] = useState(years.includes(asked) ? asked : String(thisYear));
  const [said, say] = useState('');
  const key = `${home.id} ${year}`;
  const found = useAnswer(
    async () => ({ key, figures: await moneyApi.getClubFigures({ org: home.id, year }) }),
    key,
  );
  const figures = found.answer?.key === key ? found.answer.figures : undefined;
  const [now] = useState(Date.now);
  const choose = (next: string) => {
    setYear(next);
    say('');
    keepInAddress('year', next);
  };
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence(year)}
      note={home.name}
      current="clubFigures"
      top
      printed={figures ? now : undefined}
    >
      <View className="figures-page">
        {choice}
        <View className="desk-filters">
          <Chips
            label={texts.year}
            choices={years.map((value) => ({ value, text: texts.years(value) }))}
            chosen={year}
            onChoose={choose}
          />
        </View>
        <Said>{said}</Said>
        <Notice refused={found.refused} onNext={found.again} />
        {!figures ? (
          found.refused ? null : (
            <Skeleton lines={[100, 100, 100, 100]} />
          )
        ) : (
          <View>
            <Tiles figures={figures} />
            <View className="club-columns">
              <FunnelCard funnel={figures.funnel} />
              <MoneyCard figures={figures} />
            </View>
            <UnionsCard
              key={key}
              figures={figures}
              year={year}
              onSet={(words) => {
                say(words);
                found.again();
              }}
            />
          </View>
        )}
      </View>
    </Desk>
  );
}

export default forClubs(['clubReviewer', 'finance', 'auditor'], FiguresPage);
