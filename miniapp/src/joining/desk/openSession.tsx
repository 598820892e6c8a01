import { type Occupation, occupationGroups } from '@niangjia/shared/codes';
import { faultOfPlace, whyNotOpen } from '@niangjia/shared/joining/session';
import { fieldText, refusalEntry } from '@niangjia/shared/refusal';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { api } from '../../api.ts';
import { Desk } from '../../desk/Desk.tsx';
import type { Duty } from '../../desk/duty.ts';
import { forStaff } from '../../desk/forStaff.tsx';
import { replaceWith } from '../../screens.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { Tick } from '../../ui/Tick.tsx';
import { WhenField } from '../../ui/WhenField.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { openTexts as texts } from './openSession.text.ts';
import { planFrom, timesOf } from './sessionPlan.ts';
import './openSession.scss';

const groups = (Object.keys(occupationGroups) as Occupation[]).map((value) => ({
  value,
  text: occupationGroups[value].name,
}));
const turned = <T,>(list: readonly T[], one: T) =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];

function Colleagues({
  org,
  onDuty,
  onTurn,
}: {
  org: string;
  onDuty: readonly string[];
  onTurn: (id: string) => void;
}) {
  const asked = useAnswer(async () => {
    const [{ staff }, { person }] = await Promise.all([api.listStaff({ org }), api.login()]);
    return staff.filter(({ id, roles }) => id !== person.id && roles.includes('reviewer'));
  }, org);
  if (!asked.answer) {
    return asked.refused ? (
      <Notice refused={asked.refused} onNext={asked.again} />
    ) : (
      <Skeleton lines={[40, 40]} />
    );
  }
  return (
    <Card heading={texts.onDuty}>
      <View className="small">{asked.answer.length > 0 ? texts.onDutyNote : texts.alone}</View>
      {asked.answer.map(({ id, name }) => (
        <Tick key={id} on={onDuty.includes(id)} onTurn={() => onTurn(id)}>
          {name}
        </Tick>
      ))}
    </Card>
  );
}

function OpenSession({ org: dutyOrg }: Duty) {
  const org = useRouter().params.org ?? dutyOrg.id;
  const [plan, setPlan] = useState(() => planFrom(Date.now()));
  const [placeLeft, leavePlace] = useState(false);
  const deed = useDeed();
  const fill = (change: Partial<typeof plan>) => setPlan((before) => ({ ...before, ...change }));
  const times = timesOf(plan);
  const wrongTimes = whyNotOpen(times, Date.now());
  const wrongPlace = faultOfPlace(plan.place);
  const faults = deed.refused?.fields ?? {};

  const start = () => {
    if (wrongPlace) return leavePlace(true);
    void deed.run(async () => {
      const session = await api.openSession({
        org,
        place: plan.place,
        ...times,
        occupations: [...plan.occupations],
        onDuty: [...plan.onDuty],
      });
      replaceWith('poster', { code: session.code });
    });
  };

  return (
    <Desk
      title={texts.title}
      heading={texts.heading}
      current="sessions"
      action={
        <Button
          kind="main"
          busy={deed.busy}
          whyNot={wrongTimes && refusalEntry(wrongTimes).text}
          onPress={start}
        >
          {texts.open}
        </Button>
      }
    >
      <View className="plan">
        <Card>
          <Field
            label={texts.place}
            value={plan.place}
            onType={(typed) => fill({ place: typed })}
            onLeave={() => leavePlace(true)}
            placeholder={texts.placeExample}
            longest={40}
            confirm="done"
            error={faults.place ?? (placeLeft && wrongPlace ? fieldText(wrongPlace) : undefined)}
          />
          <WhenField label={texts.day} kind="date" value={plan.day} onChoose={(day) => fill({ day })} />
          <View className="plan-times">
            <WhenField
              label={texts.start}
              kind="time"
              value={plan.start}
              onChoose={(clock) => fill({ start: clock })}
              error={faults.startsAt}
            />
            <WhenField
              label={texts.end}
              kind="time"
              value={plan.end}
              onChoose={(clock) => fill({ end: clock })}
              error={faults.endsAt ?? (wrongTimes && refusalEntry(wrongTimes).text)}
            />
          </View>
          <View className="small plan-note">{texts.posterNote}</View>
        </Card>
        <View>
          <Card heading={texts.occupations}>
            <Chips
              label={texts.occupations}
              choices={groups}
              chosen={plan.occupations}
              onChoose={(group) => fill({ occupations: turned(plan.occupations, group) })}
            />
            <View className="small plan-note">{texts.occupationsNote}</View>
          </Card>
          <Colleagues
            org={org}
            onDuty={plan.onDuty}
            onTurn={(id) => fill({ onDuty: turned(plan.onDuty, id) })}
          />
        </View>
      </View>
      <Notice refused={deed.refused} onNext={start} />
    </Desk>
  );
}

export default forStaff(OpenSession);
