import { Text } from '@tarojs/components';
import { useCareMode } from './careMode.ts';
import { Row } from './Row.tsx';
import { uiTexts as texts } from './ui.text.ts';
import './CareRow.scss';

/** Turns 关怀模式 on and off: in the first place somebody looks who cannot read the rest. */
export function CareRow() {
  const [care, turnCare] = useCareMode();
  return (
    <Row
      title={texts.care}
      note={texts.careNote}
      end={<Text className={care ? 'care-on' : ''}>{care ? texts.on : texts.off}</Text>}
      on={care}
      onPress={() => turnCare(!care)}
    />
  );
}
