import type { ResponseOf } from '@niangjia/shared/contract';
import type { keeping } from '@niangjia/shared/venues/keeperContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forKeeper } from '../../desk/forStaff.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { Row } from '../../ui/Row.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { usePages } from '../../usePages.ts';
import { groupsTexts as texts } from './groups.text.ts';
import { keeperApi } from './keeperApi.ts';
import { LeaderPick } from './LeaderPick.tsx';
import './KeptGrid.scss';

const NEW = 'new';
type Group = ResponseOf<typeof keeping.listKeptGroups>['groups'][number];

/** One group and who leads it; somebody else can be named. */
function GroupCard({
  org,
  group: { id, name, leader, seen },
  changing,
  onChange,
  onChanged,
  onAgain,
}: {
  org: string;
  group: Group;
  /** Whether somebody else is being named. */
  changing: boolean;
  onChange: () => void;
  onChanged: (said: string) => void;
  onAgain: () => void;
}) {
  const led = async (guest: string, who: string) => {
    await keeperApi.nameLeader({ group: id, guest, seen });
    onChanged(texts.changed(name, who));
  };
  return (
    <Card>
      <Row
        title={name}
        note={leader ? texts.leader(leader) : texts.nobody}
        end={
          <Button small label={`${name} ${changing ? texts.keep : texts.change}`} onPress={onChange}>
            {changing ? texts.keep : texts.change}
          </Button>
        }
      />
      {changing ? <LeaderPick org={org} onLeader={led} onAgain={onAgain} /> : null}
    </Card>
  );
}

/** A new group of a union. */
function NewGroup({ org, onAdded }: { org: string; onAdded: (said: string) => void }) {
  const [name, setName] = useState('');
  const add = async (guest: string, who: string) => {
    await keeperApi.registerGroup({ org, name, guest });
    onAdded(texts.added(name.trim(), who));
  };
  return (
    <Card heading={texts.add}>
      <Field label={texts.name} value={name} onType={setName} placeholder={texts.nameExample} longest={40} />
      <LeaderPick
        org={org}
        whyNot={name.trim().length < 2 ? texts.nameFirst : undefined}
        onLeader={add}
        onAgain={() => {}}
      />
    </Card>
  );
}

/** Groups of the keeper's unions: who leads each, and new ones. */
function GroupsPage({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const [home] = homes;
  const [of, ask] = useState(home.id);
  const unions = usePages(
    (cursor) => keeperApi.listKeptUnions({ org: of, cursor }),
    (page) => page.unions,
    of,
  );
  const [wanted, want] = useState('');
  const union = unions.rows?.find(({ id }) => id === wanted) ?? unions.rows?.[0];
  const [said, say] = useState('');
  // One card at a time: a new group's leader, or another one for a group.
  const [doing, begin] = useState('');
  const groups = usePages(
    async (cursor) =>
      union ? keeperApi.listKeptGroups({ org: union.id, cursor }) : { groups: [], cursor: undefined },
    (page) => page.groups,
    union?.id ?? '',
  );
  const rows = union ? groups.rows : undefined;
  const done = (words: string) => {
    say(words);
    begin('');
    groups.again();
  };
  const choices = (from: readonly OrgChoice[]) => from.map(({ id: value, name: text }) => ({ value, text }));
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence}
      note={rows ? union?.name : undefined}
      current="keptGroups"
      top
      action={
        rows && doing !== NEW ? (
          <Button kind="main" onPress={() => begin(NEW)}>
            {texts.add}
          </Button>
        ) : undefined
      }
    >
      {rows && homes.length > 1 ? (
        <View className="desk-filters">
          <Chips label={texts.union} choices={choices(homes)} chosen={of} onChoose={ask} />
        </View>
      ) : null}
      {rows && unions.rows && unions.rows.length > 1 ? (
        <View className="desk-filters">
          <Chips label={texts.union} choices={choices(unions.rows)} chosen={union?.id} onChoose={want} />
        </View>
      ) : null}
      {rows && unions.rest && unions.readOn ? (
        <Button kind="text" busy={unions.busy} onPress={unions.readOn}>
          {texts.moreUnions}
        </Button>
      ) : null}
      <Notice
        refused={unions.refused ?? groups.refused}
        onNext={unions.refused ? unions.again : groups.again}
      />
      <View {...spoken('status')}>{said ? <Card tone="done">{`✓ ${said}`}</Card> : null}</View>
      {!rows || !union ? (
        unions.refused || groups.refused ? null : (
          <Skeleton />
        )
      ) : (
        <View>
          {rows.length === 0 ? <Empty text={texts.none} note={texts.noneNote} /> : null}
          {groups.shown(rows).map((group) => (
            <GroupCard
              key={`${group.id} ${group.seen}`}
              org={union.id}
              group={group}
              changing={doing === group.id}
              onChange={() => begin(doing === group.id ? '' : group.id)}
              onChanged={done}
              onAgain={groups.again}
            />
          ))}
          {groups.readOn ? (
            <Button kind="text" busy={groups.busy} onPress={groups.readOn}>
              {texts.more}
            </Button>
          ) : null}
          {doing === NEW ? <NewGroup key={union.id} org={union.id} onAdded={done} /> : null}
        </View>
      )}
    </Desk>
  );
}

export default forKeeper(GroupsPage);
