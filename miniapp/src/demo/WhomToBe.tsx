import { type CastName, staff, workers } from '@niangjia/shared/cast';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { Card } from '../ui/Card.tsx';
import { Row } from '../ui/Row.tsx';
import { actAs, signInByPhone, whenAsked } from './actAs.ts';
import { demoTexts } from './demo.text.ts';
import './WhomToBe.scss';

/** Development only: offers the cast over the whole page while somebody is waiting to be signed in. */
export default function WhomToBe() {
  const [asking, setAsking] = useState(false);
  useEffect(() => whenAsked(setAsking), []);
  if (!asking) return null;
  const list = (people: Readonly<Record<string, { name: string; part: string }>>) =>
    Object.entries(people).map(([key, { name, part }]) => (
      <Row key={key} title={name} note={part} onPress={() => actAs(key as CastName)} />
    ));
  return (
    <View className="whom">
      <View className="whom-column">
        <View className="title">{demoTexts.whom}</View>
        <View className="small whom-note">{demoTexts.note}</View>
        <Card>
          <Row title={demoTexts.byPhone} note={demoTexts.byPhoneNote} end="›" onPress={signInByPhone} />
        </Card>
        <Card heading={demoTexts.workers}>{list(workers)}</Card>
        <Card heading={demoTexts.staff}>{list(staff)}</Card>
      </View>
    </View>
  );
}
