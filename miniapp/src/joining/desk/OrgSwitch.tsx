import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { deskTexts as texts } from '../../desk/desk.text.ts';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { press } from '../../ui/press.ts';
import { Row } from '../../ui/Row.tsx';
import type { Unions } from './useUnions.ts';
import './OrgSwitch.scss';

/** Whose desk this is; staff of a district or the city see the unions below theirs, and step in from here. */
export function OrgSwitch({ of, name }: { of: Unions; name?: string | undefined }) {
  const { org, unions } = of;
  const [opened, setOpened] = useState<boolean>();
  const open = opened ?? of.toChoose;
  const canSwitch = unions.some((union) => union.org.id !== org.id);
  const toggle = open ? texts.keepOrg : texts.changeOrg;
  return (
    <View>
      <Text>{name ?? org.name}</Text>
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
                onPress={() => {
                  of.choose(union.org);
                  setOpened(false);
                }}
              />
            ))}
            {of.further ? <Row title={texts.moreUnions} onPress={of.readOn} /> : null}
          </Card>
        </View>
      ) : null}
      <Notice refused={of.refused} onNext={of.again} />
    </View>
  );
}
