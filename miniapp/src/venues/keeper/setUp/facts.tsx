import { faultsOf } from '@niangjia/shared/faults';
import { VenueFacts } from '@niangjia/shared/venues/setUp';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Desk } from '../../../desk/Desk.tsx';
import type { OrgChoice } from '../../../desk/duty.ts';
import { forSetUp } from '../../../desk/forStaff.tsx';
import { replaceWith } from '../../../screens.ts';
import { Button } from '../../../ui/Button.tsx';
import { Card } from '../../../ui/Card.tsx';
import { Chips } from '../../../ui/Chips.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { whereAmI } from '../../../whereAmI.ts';
import { numberOf } from './numberOf.ts';
import { factsTexts as texts } from './setUp.text.ts';
import { setUpApi } from './setUpApi.ts';
import { type House, useSetUp } from './useSetUp.tsx';
import './setUp.scss';

const nothing = { name: '', address: '', phone: '', words: '', latitude: '', longitude: '' };
type Typed = typeof nothing;

const typedFrom = ({ latitude, longitude, ...facts }: House['facts']): Typed => ({
  ...{ name: facts.name, address: facts.address, phone: facts.phone, words: facts.words },
  latitude: String(latitude),
  longitude: String(longitude),
});
const factsFrom = ({ latitude, longitude, ...typed }: Typed) => ({
  ...typed,
  latitude: numberOf(latitude),
  longitude: numberOf(longitude),
});

function Form({
  homes,
  state,
}: {
  homes: readonly [OrgChoice, ...OrgChoice[]];
  state: ReturnType<typeof useSetUp>;
}) {
  const { venue, house, deed, change, again } = state;
  const [typed, setTyped] = useState(house ? typedFrom(house.facts) : nothing);
  const [org, chooseOrg] = useState(homes[0].id);
  const [tried, setTried] = useState(false);
  const [lost, setLost] = useState(false);
  const facts = factsFrom(typed);
  const faults = tried ? faultsOf(VenueFacts, facts) : {};
  const type = (field: keyof Typed) => (value: string) =>
    setTyped((before) => ({ ...before, [field]: value }));
  const save = () => {
    if (Object.keys(faultsOf(VenueFacts, facts)).length > 0) return setTried(true);
    if (venue) return void change({ kind: 'facts', facts });
    void deed.run(async () => {
      const { id } = await setUpApi.openVenue({ org, ...facts });
      replaceWith('keptHours', { venue: id });
    });
  };
  const here = async () => {
    const point = await whereAmI();
    setLost(!point);
    if (!point) return;
    const five = (degrees: number) => degrees.toFixed(5);
    setTyped((before) => ({ ...before, latitude: five(point.latitude), longitude: five(point.longitude) }));
  };
  return (
    <Desk
      title={venue ? texts.title : texts.opening}
      heading={texts.sentence}
      current="keptSetUp"
      action={
        <Button kind="main" busy={deed.busy} onPress={save}>
          {venue ? texts.save : texts.open}
        </Button>
      }
    >
      <Notice refused={deed.refused} onNext={again} />
      <View className="set-columns">
        <Card>
          {!venue && homes.length > 1 ? (
            <View>
              <View className="small set-said">{texts.org}</View>
              <Chips
                label={texts.org}
                choices={homes.map(({ id, name }) => ({ value: id, text: name }))}
                chosen={org}
                onChoose={chooseOrg}
              />
            </View>
          ) : null}
          <Field
            label={texts.name}
            value={typed.name}
            onType={type('name')}
            hint={texts.nameHint}
            error={faults.name}
            longest={40}
          />
          <Field
            label={texts.address}
            value={typed.address}
            onType={type('address')}
            hint={texts.addressHint}
            error={faults.address}
          />
          <Field
            label={texts.phone}
            value={typed.phone}
            onType={type('phone')}
            error={faults.phone}
            longest={20}
          />
        </Card>
        <Card>
          <Field
            label={texts.words}
            value={typed.words}
            onType={type('words')}
            hint={texts.wordsHint}
            error={faults.words}
            longest={400}
          />
          <View className="set-pair">
            <Field
              label={texts.latitude}
              value={typed.latitude}
              onType={type('latitude')}
              error={faults.latitude}
            />
            <Field
              label={texts.longitude}
              value={typed.longitude}
              onType={type('longitude')}
              error={faults.longitude}
            />
          </View>
          <View className="small">{lost ? texts.notHere : texts.placeHint}</View>
          <View className="set-acts">
            <Button kind="outline" small onPress={here}>
              {texts.here}
            </Button>
          </View>
        </Card>
      </View>
    </Desk>
  );
}

/** The facts of a house; without one, of a new house. */
function FactsPage({ homes }: { homes: readonly [OrgChoice, ...OrgChoice[]] }) {
  const state = useSetUp();
  if (!state.venue || state.house) return <Form key={state.house?.version} homes={homes} state={state} />;
  return (
    <Desk title={texts.title} heading={texts.sentence} current="keptSetUp">
      <Notice refused={state.asked.refused} onNext={state.again} />
      <Skeleton lines={[60, 90, 90]} />
    </Desk>
  );
}

export default forSetUp(FactsPage);
