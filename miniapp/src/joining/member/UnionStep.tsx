import type { ResponseOf } from '@niangjia/shared/contract';
import type { joining } from '@niangjia/shared/joining/contract';
import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { api } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { applyTexts, unionTexts as texts } from './apply.text.ts';
import './UnionStep.scss';

/** A union that takes members. */
export type Union = ResponseOf<typeof joining.findOrgs>['orgs'][number];

const PAUSE = 400;

/** What was typed, once typing has paused. */
function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
}

/** Choosing the union to apply to, for those who come without a poster. */
export function UnionStep({ onChoose }: { onChoose: (union: Union) => Promise<void> }) {
  const [typed, setTyped] = useState('');
  const name = usePaused(typed).trim();
  const found = useAnswer(() => api.findOrgs({ name }), name);
  const [further, setFurther] = useState<{ name: string; orgs: Union[]; cursor: string | undefined }>();
  const choose = useDeed();
  const more = useDeed();

  const beyond = further?.name === name ? further : undefined;
  const orgs = [...(found.answer?.orgs ?? []), ...(beyond?.orgs ?? [])];
  const cursor = beyond ? beyond.cursor : found.answer?.cursor;
  const readOn = () =>
    more.run(async () => {
      const page = await api.findOrgs({ name, cursor });
      setFurther({ name, orgs: [...(beyond?.orgs ?? []), ...page.orgs], cursor: page.cursor });
    });

  return (
    <Screen title={applyTexts.title}>
      <View className="title">{texts.headline}</View>
      <View className="small union-note">{texts.note}</View>
      <Card>
        <Field
          label={texts.search}
          value={typed}
          onType={setTyped}
          placeholder={texts.placeholder}
          longest={30}
          confirm="search"
        />
      </Card>
      <Notice refused={choose.refused ?? more.refused ?? found.refused} onNext={found.again} />
      {found.answer === undefined && found.loading ? <Skeleton lines={[80, 80, 80]} /> : null}
      {found.answer && orgs.length === 0 ? <Empty text={texts.none} note={texts.noneNote} /> : null}
      {orgs.length > 0 ? (
        <Card>
          {orgs.map((org) => (
            <Row
              key={org.id}
              title={org.name}
              note={org.kind === 'basic' ? texts.basic : texts.joint}
              end="›"
              onPress={() => choose.run(() => onChoose(org))}
            />
          ))}
        </Card>
      ) : null}
      {cursor ? (
        <Button onPress={readOn} busy={more.busy}>
          {texts.more}
        </Button>
      ) : null}
    </Screen>
  );
}
