import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import type { OrgChoice } from '../../desk/duty.ts';
import { keepInAddress } from '../../keepInAddress.ts';
import { Chips } from '../../ui/Chips.tsx';
import { auditTexts as texts } from './audit.text.ts';

/** Where somebody audits: the one they came from, and a choice for who audits at several nodes. */
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
