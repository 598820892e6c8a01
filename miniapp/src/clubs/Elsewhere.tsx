import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { whereAmI } from '../whereAmI.ts';
import { declareTexts as texts } from './declare.text.ts';
import type { ActivityDraft } from './declarePlan.ts';

/** A place that is typed; who stands there now may have it noted on the map. */
export function Elsewhere({
  draft,
  error,
  onChange,
}: {
  draft: ActivityDraft;
  error: string | undefined;
  onChange: (change: Partial<ActivityDraft>) => void;
}) {
  const [lost, setLost] = useState(false);
  const here = async () => {
    const at = await whereAmI();
    setLost(!at);
    if (at) onChange({ at });
  };
  return (
    <View className="declare-part">
      <Field
        label={texts.place}
        value={draft.place}
        onType={(place) => onChange({ place })}
        placeholder={texts.placeExample}
        longest={60}
        error={error}
      />
      <View className="declare-here">
        <View className="small">
          {draft.at ? `✓ ${texts.hereKept}` : lost ? texts.notHere : texts.hereNote}
        </View>
        <View className="club-buttons">
          {draft.at ? (
            <Button small onPress={() => onChange({ at: undefined })}>
              {texts.hereForget}
            </Button>
          ) : (
            <Button small onPress={here}>
              {texts.here}
            </Button>
          )}
        </View>
      </View>
    </View>
  );
}
