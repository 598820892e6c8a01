import { View } from '@tarojs/components';
import { Chips } from '../../ui/Chips.tsx';
import { Field, FieldFrame } from '../../ui/Field.tsx';
import type { WhosePhone as Whose } from './helpedDraft.ts';
import './WhosePhone.scss';
import { helpJoinTexts as texts } from './helpJoin.text.ts';

const choices = (Object.keys(texts.phones) as Whose[]).map((value) => ({
  value,
  text: texts.phones[value],
}));

/** How somebody without a phone of their own is reached: their number, somebody's who passes word on, or none. */
export function WhosePhone({
  whose,
  onWhose,
  value,
  onType,
  onLeave,
  error,
}: {
  whose: Whose;
  onWhose: (whose: Whose) => void;
  value: string;
  onType: (typed: string) => void;
  onLeave: () => void;
  error: string | undefined;
}) {
  return (
    <>
      <FieldFrame label={texts.whosePhone} hint={whose === 'none' ? texts.noPhone : undefined}>
        <View className="whose-phone">
          <Chips label={texts.whosePhone} choices={choices} chosen={whose} onChoose={onWhose} />
        </View>
      </FieldFrame>
      {whose === 'none' ? null : (
        <Field
          label={texts.numbers[whose]}
          value={value}
          onType={onType}
          onLeave={onLeave}
          keyboard="phone"
          longest={17}
          error={error}
          hint={whose === 'contact' ? texts.contactHint : undefined}
        />
      )}
    </>
  );
}
