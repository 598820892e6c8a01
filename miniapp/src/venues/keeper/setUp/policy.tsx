import type { ResponseOf } from '@niangjia/shared/contract';
import { policyFields } from '@niangjia/shared/venues/policy';
import { policyNames } from '@niangjia/shared/venues/policyNames';
import type { setUp } from '@niangjia/shared/venues/setUpContract';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../../desk/Desk.tsx';
import type { OrgChoice } from '../../../desk/duty.ts';
import { forSetUp } from '../../../desk/forStaff.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Row } from '../../../ui/Row.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useAnswer } from '../../../useAnswer.ts';
import { PolicyDraft } from './PolicyDraft.tsx';
import { policyDoes, policyTexts as texts } from './policy.text.ts';
import { sayNumber } from './policyNumbers.ts';
import { setUpApi } from './setUpApi.ts';
import './policy.scss';
import './setUp.scss';

type Version = ResponseOf<typeof setUp.listPolicies>['versions'][number];

/** Every number of a version with what it does. */
function Numbers({ version }: { version: Version }) {
  return (
    <View className="policy-numbers">
      {policyFields.map((field) => (
        <Row
          key={field}
          title={policyNames[field]}
          note={policyDoes[field]}
          end={<View className="figures policy-number">{sayNumber(field, version.numbers[field] ?? 0)}</View>}
        />
      ))}
    </View>
  );
}

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
  const changed = before
    ? policyFields.filter((field) => before.numbers[field] !== version.numbers[field])
    : [];
  return (
    <Card heading={heading}>
      <View className="small set-said">
        {[texts.since(version.effectiveFrom), version.by?.name && texts.by(version.by.name)]
          .filter(Boolean)
          .join('，')}
      </View>
      {changed.map((field) => (
        <Row
          key={field}
          title={policyNames[field]}
          end={`${sayNumber(field, before?.numbers[field] ?? 0)} → ${sayNumber(field, version.numbers[field] ?? 0)}`}
        />
      ))}
      {open ? <Numbers version={version} /> : null}
      <Button
        kind="text"
        label={`${texts.version(version.version)} ${texts.show}`}
        onPress={() => setOpen(!open)}
      >
        {open ? texts.hide : texts.show}
      </Button>
    </Card>
  );
}

/** The city's rules of booking: what holds, what will and what did; whoever may makes the next ones. */
function PolicyPage({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const org = homes[0].id;
  const [drafting, draft] = useState(false);
  const asked = useAnswer(() => setUpApi.listPolicies({ org }), org);
  const now = Date.now();
  const { versions = [], mayDraft = false } = asked.answer ?? {};
  const [current] = versions.filter(({ effectiveFrom }) => effectiveFrom <= now).reverse();
  const latest = versions[versions.length - 1];
  const others = versions.filter((version) => version !== current).reverse();
  const headingOf = ({ version, effectiveFrom }: Version) =>
    effectiveFrom > now ? texts.coming(version, effectiveFrom) : texts.past(version);
  const done = () => {
    draft(false);
    asked.again();
  };
  return (
    <Desk
      title={texts.title}
      heading={texts.sentence}
      note={texts.note}
      current="keptPolicy"
      top
      action={
        mayDraft && !drafting ? (
          <Button kind="main" onPress={() => draft(true)}>
            {texts.draft}
          </Button>
        ) : undefined
      }
    >
      <Notice refused={asked.refused} onNext={asked.again} />
      {!current || !latest ? (
        asked.refused ? null : (
          <Skeleton lines={[60, 90, 90, 40]} />
        )
      ) : drafting ? (
        <PolicyDraft
          org={org}
          latest={{
            ...latest,
            numbers: latest.numbers as Parameters<typeof PolicyDraft>[0]['latest']['numbers'],
          }}
          onDone={done}
        />
      ) : (
        <View>
          {mayDraft ? null : <View className="small set-said">{texts.only}</View>}
          {others
            .filter(({ effectiveFrom }) => effectiveFrom > now)
            .map((version) => (
              <Other
                key={version.version}
                version={version}
                before={versions[versions.indexOf(version) - 1]}
                heading={headingOf(version)}
              />
            ))}
          <Card heading={texts.inForce(current.version)}>
            <Numbers version={current} />
          </Card>
          {others
            .filter(({ effectiveFrom }) => effectiveFrom <= now)
            .map((version) => (
              <Other
                key={version.version}
                version={version}
                before={versions[versions.indexOf(version) - 1]}
                heading={headingOf(version)}
              />
            ))}
        </View>
      )}
    </Desk>
  );
}

export default forSetUp(PolicyPage);
