import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { keepInAddress } from '../keepInAddress.ts';
import { Chips } from '../ui/Chips.tsx';
import { deskTexts as texts } from './desk.text.ts';
import type { OrgChoice } from './duty.ts';

/** Where somebody works: the one they came from, and a choice for who has their role at several nodes. */
export function useHome(homes: readonly [OrgChoice, ...OrgChoice[]]) {
  const asked = useRouter().params.org;
  const [home, setHome] = useState(homes.find(({ id }) => id === asked) ?? homes[0]);
  const choice =
    homes.length > 1 ? (
      <View className="desk-filters">
        <Chips
          label={texts.range}
          choices={homes.map(({ id, name: text }) => ({ value: id, text }))}
          chosen={home.id}
          onChoose={(id) => {
            setHome(homes.find((one) => one.id === id) ?? home);
            keepInAddress('org', id);
          }}
        />
      </View>
    ) : undefined;
  return { home, choice };
}
