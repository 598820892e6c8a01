import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api.ts';
import { Card } from '../../ui/Card.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { press } from '../../ui/press.ts';
import { Row } from '../../ui/Row.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { deskTexts as texts } from './desk.text.ts';
import { type OrgChoice, workFor } from './duty.ts';
import './OrgSwitch.scss';

function Search({ onChoose }: { onChoose: (org: OrgChoice) => void }) {
  const [name, setName] = useState('');
  const found = useAnswer(() => api.findOrgs({ name: name.trim() }), name.trim());
  return (
    <Card>
      <Field label={texts.orgName} value={name} onType={setName} hint={texts.orgHint} confirm="search" />
      <Notice refused={found.refused} onNext={found.again} />
      {found.answer?.orgs.length === 0 ? <View className="small">{texts.noOrg}</View> : null}
      {found.answer?.orgs.slice(0, 8).map((org) => (
        <Row key={org.id} title={org.name} end="›" onPress={() => onChoose(org)} />
      ))}
    </Card>
  );
}

/** Whose desk this is; staff of a district or the city look into the unions below theirs. */
export function OrgSwitch({ org, onSwitch }: { org: OrgChoice; onSwitch: (org: OrgChoice) => void }) {
  const [open, setOpen] = useState(false);
  // A union that takes members has none below it, so there is nothing to switch to.
  const home = useAnswer(async () => {
    const { staff } = await api.login();
    const own = staff[0]?.org;
    const found = own && (await api.findOrgs({ name: own.name.slice(0, 30) }));
    return found?.orgs.some(({ id }) => id === own?.id) === false;
  }, 'home');
  const choose = (next: OrgChoice) => {
    workFor({ id: next.id, name: next.name });
    setOpen(false);
    onSwitch(next);
  };
  return (
    <View>
      <Text>{org.name}</Text>
      {home.answer ? (
        <Text
          className="org-change"
          {...press(() => setOpen(!open), { label: open ? texts.keepOrg : texts.changeOrg })}
        >
          {open ? texts.keepOrg : texts.changeOrg}
        </Text>
      ) : null}
      {open ? <Search onChoose={choose} /> : null}
    </View>
  );
}
