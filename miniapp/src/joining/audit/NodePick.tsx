import { View } from '@tarojs/components';
import { useState } from 'react';
import { api } from '../../api.ts';
import { deskTexts } from '../../desk/desk.text.ts';
import type { OrgChoice } from '../../desk/duty.ts';
import { Chips } from '../../ui/Chips.tsx';
import { FieldFrame } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { press } from '../../ui/press.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { auditTexts as texts } from './audit.text.ts';
import { auditApi } from './auditApi.ts';
import '../../ui/PickField.scss';

async function nodesIn(home: OrgChoice, org: string) {
  const [{ nodes }, unions] = await Promise.all([
    auditApi.listNodes({ org: home.id }),
    api.listQueues({ org }),
  ]);
  return { nodes, unions: unions.queues.map((one) => one.org), further: unions.cursor !== undefined };
}

function Nodes({
  home,
  org,
  onChoose,
}: {
  home: OrgChoice;
  org: OrgChoice;
  onChoose: (node: string) => void;
}) {
  const { answer, refused, again } = useAnswer(() => nodesIn(home, org.id), `${home.id} ${org.id}`);
  if (!answer) return refused ? <Notice refused={refused} onNext={again} /> : <Skeleton lines={[80]} />;
  const chips = (orgs: readonly OrgChoice[]) => orgs.map(({ id, name }) => ({ value: id, text: name }));
  const nodes = answer.nodes.some(({ id }) => id === home.id) ? answer.nodes : [home, ...answer.nodes];
  const unions = answer.unions.filter(({ id }) => id !== home.id);
  return (
    <>
      <Chips label={deskTexts.range} choices={chips(nodes)} chosen={org.id} onChoose={onChoose} />
      {unions.length > 0 ? (
        <>
          <View className="small audit-units">{texts.units}</View>
          <Chips label={texts.units} choices={chips(unions)} chosen={org.id} onChoose={onChoose} />
        </>
      ) : null}
      {answer.further ? <View className="small">{texts.fewUnits}</View> : null}
    </>
  );
}

/** Of which node with all below it the list is: one's own, one of those below that supervise, or a union there. */
export function NodePick({
  home,
  org,
  onChoose,
}: {
  home: OrgChoice;
  /** The one it is of now. */
  org: OrgChoice;
  onChoose: (node: string | undefined) => void;
}) {
  const [open, setOpen] = useState(false);
  const toggle = open ? texts.keep : texts.choose;
  return (
    <FieldFrame label={deskTexts.range}>
      <View className="pick" {...press(() => setOpen(!open), { label: `${deskTexts.range} ${toggle}` })}>
        <View className="pick-chosen">{org.name}</View>
        <View className="pick-change">{toggle}</View>
      </View>
      {open ? (
        <Nodes
          home={home}
          org={org}
          onChoose={(node) => {
            setOpen(false);
            onChoose(node === home.id ? undefined : node);
          }}
        />
      ) : null}
    </FieldFrame>
  );
}
