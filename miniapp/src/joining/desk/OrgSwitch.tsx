import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api.ts';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { press } from '../../ui/press.ts';
import { Row } from '../../ui/Row.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { deskTexts as texts } from './desk.text.ts';
import { dutyOf, type OrgChoice, workFor } from './duty.ts';
import './OrgSwitch.scss';

/** The unions of one's whole area with how many wait in each, those with people waiting first. */
async function loadUnions(cursor?: string) {
  const login = await api.login();
  const home = dutyOf(login)?.home;
  if (!home) return { unions: [], cursor: undefined };
  const { queues, cursor: next } = await api.listQueues({ org: home.id, cursor });
  return { unions: [...queues].sort((a, b) => b.waiting - a.waiting), cursor: next };
}

/** Whose desk this is; staff of a district or the city see the unions below theirs, and step in from here. */
export function OrgSwitch({ org, onSwitch }: { org: OrgChoice; onSwitch: (org: OrgChoice) => void }) {
  const first = useAnswer(() => loadUnions(), 'unions');
  const [further, setFurther] = useState<Awaited<ReturnType<typeof loadUnions>>>();
  const more = useDeed();
  const [opened, setOpened] = useState<boolean>();
  const unions = [...(first.answer?.unions ?? []), ...(further?.unions ?? [])];
  const cursor = further ? further.cursor : first.answer?.cursor;
  const canSwitch = unions.length > 1 || (unions.length === 1 && unions[0]?.org.id !== org.id);
  // Whoever works at a node above has no desk of their own: they choose one first.
  const open = opened ?? (canSwitch && !unions.some((union) => union.org.id === org.id));
  const choose = (next: OrgChoice) => {
    workFor(next);
    setOpened(false);
    onSwitch(next);
  };
  const readOn = () =>
    more.run(async () => {
      const page = await loadUnions(cursor);
      setFurther({ ...page, unions: [...(further?.unions ?? []), ...page.unions] });
    });
  const toggle = open ? texts.keepOrg : texts.changeOrg;
  return (
    <View>
      <Text>{org.name}</Text>
      {canSwitch ? (
        <Text className="org-change" {...press(() => setOpened(!open), { label: toggle })}>
          {toggle}
        </Text>
      ) : null}
      {open ? (
        <View className="org-list">
          <Card heading={texts.unions}>
            {unions.map((union) => (
              <Row
                key={union.org.id}
                title={union.org.name}
                end={union.waiting > 0 ? texts.waitingThere(union.waiting) : texts.nobodyThere}
                onPress={() => choose(union.org)}
              />
            ))}
            {cursor ? <Row title={texts.moreUnions} onPress={readOn} /> : null}
          </Card>
        </View>
      ) : null}
      <Notice refused={first.refused ?? more.refused} onNext={first.again} />
    </View>
  );
}
