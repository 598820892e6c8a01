import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import type { OrgChoice } from '../../desk/duty.ts';
import { forClubs } from '../../desk/forStaff.tsx';
import { useHome } from '../../desk/useHome.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { moneyApi } from './moneyApi.ts';
import { PolicyDraft } from './PolicyDraft.tsx';
import { PolicyNumbers } from './PolicyNumbers.tsx';
import { clubPolicyTexts as texts } from './policy.text.ts';
import { saidChanges, type Version } from './versions.ts';
import './desk.scss';
import './policy.scss';

/** A coming or past version: what it changed, and all of it when it is asked for. */
function Other({
  version,
  before,
  heading,
}: {
  version: Version;
  before: Version | undefined;
  heading: string;
}) {
  const [open, setOpen] = useState(false);
  const said = [texts.since(version.effectiveFrom), version.by?.name && texts.by(version.by.name)];
  return (
    <Card heading={heading}>
      <View className="small">{said.filter(Boolean).join('，')}</View>
      {before
        ? saidChanges(before, version).map((change) => (
            <Row key={change.field} title={change.name} end={`${change.before} → ${change.after}`} />
          ))
        : null}
      {open ? <PolicyNumbers version={version} /> : null}
      <Button
        kind="text"
        label={`${texts.version(version.version)} ${open ? texts.hide : texts.show}`}
        onPress={() => setOpen(!open)}
      >
        {open ? texts.hide : texts.show}
      </Button>
    </Card>
  );
}

/** The city's rules of points and money: what holds, what will and what did; whoever may makes the next ones. */
function PolicyPage({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const { home, choice } = useHome(homes);
  const org = home.id;
  const [drafting, draft] = useState(false);
  const asked = useAnswer(() => moneyApi.listClubPolicies({ org }), org);
  const now = Date.now();
  const { versions = [], mayDraft = false } = asked.answer ?? {};
  const [current] = versions.filter(({ effectiveFrom }) => effectiveFrom <= now).reverse();
  const latest = versions[versions.length - 1];
  const others = versions.filter((version) => version !== current).reverse();
  const list = (which: (version: Version) => boolean, heading: (version: Version) => string) =>
    others
      .filter(which)
      .map((version) => (
        <Other
          key={version.version}
          version={version}
          before={versions[versions.indexOf(version) - 1]}
          heading={heading(version)}
        />
      ));
  const done = () => {
    draft(false);
    asked.again();
  };
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence}
      note={texts.note}
      current="clubPolicy"
      top
      printed={current && !drafting ? now : undefined}
      action={
        mayDraft && !drafting ? (
          <Button kind="main" onPress={() => draft(true)}>
            {texts.draft}
          </Button>
        ) : undefined
      }
    >
      {drafting ? null : choice}
      <Notice refused={asked.refused} onNext={asked.again} />
      {!current || !latest ? (
        asked.refused ? null : (
          <Skeleton lines={[60, 90, 90, 40]} />
        )
      ) : drafting ? (
        <PolicyDraft org={org} latest={latest} onDone={done} />
      ) : (
        <View>
          {mayDraft ? null : <View className="small club-said">{texts.only}</View>}
          {list(
            ({ effectiveFrom }) => effectiveFrom > now,
            ({ version, effectiveFrom }) => texts.coming(version, effectiveFrom),
          )}
          <Card heading={texts.inForce(current.version)}>
            <PolicyNumbers version={current} />
          </Card>
          {list(
            ({ effectiveFrom }) => effectiveFrom <= now,
            ({ version }) => texts.past(version),
          )}
        </View>
      )}
    </Desk>
  );
}

export default forClubs(['admin', 'clubReviewer', 'finance', 'auditor'], PolicyPage);
