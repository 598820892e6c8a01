import type { Category } from '@niangjia/shared/clubs/club';
import { categories } from '@niangjia/shared/clubs/club';
import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { open } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Chips } from '../ui/Chips.tsx';
import { choicesOf } from '../ui/choicesOf.ts';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Row } from '../ui/Row.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Strip } from '../ui/Strip.tsx';
import { useAnswer } from '../useAnswer.ts';
import { usePages } from '../usePages.ts';
import { ClubLine } from './ClubLine.tsx';
import { clubsApi } from './clubsApi.ts';
import { listTexts as texts } from './list.text.ts';
import { MyClubRows } from './MyClubRows.tsx';
import { categoryNames } from './names.text.ts';
import './list.scss';

type Around = keyof typeof texts.around;

const kinds = [
  { value: 'all' as const, text: texts.all },
  ...categories.map((value) => ({ value, text: categoryNames[value] })),
];

/** Clubs one can join: one's own first, then those of one's union, of those around, of the city. */
export default function ClubsPage() {
  const [around, look] = useState<Around>('own');
  const [kind, choose] = useState<Category | 'all'>('all');
  const category = kind === 'all' ? undefined : kind;
  const mine = useAnswer(() => clubsApi.listMyClubs({}), 'mine');
  const pages = usePages(
    (cursor) => clubsApi.listClubs({ around, category, cursor }),
    ({ clubs }) => clubs,
    `${around} ${kind}`,
  );
  // Coming back from one's own page, one may have joined or left.
  useDidShow(() => {
    if (mine.answer) mine.again();
  });
  const own = mine.answer?.clubs ?? [];
  const others = pages.rows?.filter(({ id }) => !own.some((club) => club.id === id));
  // Both come in one go: nothing moves once it is there.
  const ready = (mine.answer ?? mine.refused) && (others ?? pages.refused);
  const again = () => {
    mine.again();
    pages.again();
  };
  return (
    <Screen title={texts.title}>
      <Notice refused={pages.refused ?? mine.refused} onNext={again} />
      {ready && own.length > 0 ? (
        <Card heading={texts.mine}>
          <MyClubRows clubs={own} />
          <Row title={texts.toMine} note={texts.toMineNote} end="›" onPress={() => open('myClubs')} />
        </Card>
      ) : null}
      <View className="title clubs-head">{texts.headlines[around]}</View>
      <View className="clubs-around">
        <Chips label={texts.where} choices={choicesOf(texts.around)} chosen={around} onChoose={look} />
      </View>
      <Strip label={texts.what} choices={kinds} chosen={kind} onChoose={choose} />
      {ready && others && others.length > 0 ? (
        <Card>
          {pages.shown(others).map((club) => (
            <ClubLine key={club.id} club={club} />
          ))}
        </Card>
      ) : null}
      {ready ? null : <Skeleton lines={[60, 90, 50, 80]} />}
      {pages.readOn && ready ? (
        <Button kind="plain" busy={pages.busy} onPress={pages.readOn}>
          {texts.more}
        </Button>
      ) : null}
      {ready && others?.length === 0 && !pages.rest ? (
        <Empty
          text={category ? texts.noneOfKind : own.length > 0 ? texts.noOthers : texts.none[around]}
          note={texts.noneNote}
          next={texts.register}
          onNext={() => open('registerClub')}
        />
      ) : null}
      {ready ? (
        <Card>
          {own.length === 0 ? (
            <Row title={texts.toMine} note={texts.toMineNote} end="›" onPress={() => open('myClubs')} />
          ) : null}
          <Row title={texts.wall} note={texts.wallNote} end="›" onPress={() => open('wall')} />
          <Row title={texts.stars} note={texts.starsNote} end="›" onPress={() => open('stars')} />
          <Row
            title={texts.register}
            note={texts.registerNote}
            end="›"
            onPress={() => open('registerClub')}
          />
        </Card>
      ) : null}
    </Screen>
  );
}
