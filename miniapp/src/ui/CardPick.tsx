import type { GuestCard } from '@niangjia/shared/venues/guest';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { scan } from '../scan.ts';
import { Button } from './Button.tsx';
import { cardPickTexts as texts } from './cardPick.text.ts';
import { Field } from './Field.tsx';
import { spoken } from './press.ts';
import './CardPick.scss';

/** A member's card: its code before the camera, or its number as it is read aloud. */
export function CardPick({ busy, onCard }: { busy: boolean; onCard: (card: GuestCard) => void }) {
  const [typed, type] = useState('');
  const [fault, setFault] = useState<string>();
  const [unreadable, setUnreadable] = useState(false);
  const byCode = async () => {
    const token = await scan();
    setUnreadable(token === '');
    if (token) onCard({ by: 'code', token });
  };
  const byNumber = () => {
    const cardNumber = typed.replace(/\s/g, '');
    const right = /^\d{12}$/.test(cardNumber);
    setFault(right ? undefined : texts.numberWrong);
    if (right) onCard({ by: 'cardNumber', cardNumber });
  };
  return (
    <View>
      <View className="card-pick-line">
        <Button kind="outline" small busy={busy} onPress={byCode}>
          {texts.scan}
        </Button>
      </View>
      {unreadable ? (
        <View className="small card-pick-line" {...spoken('status')}>
          {texts.unreadable}
        </View>
      ) : null}
      <View className="card-pick-number">
        <Field
          label={texts.number}
          value={typed}
          onType={type}
          keyboard="number"
          placeholder={texts.numberExample}
          longest={20}
          confirm="search"
          onConfirm={byNumber}
          error={fault}
          end={
            <Button small busy={busy} onPress={byNumber}>
              {texts.find}
            </Button>
          }
        />
      </View>
    </View>
  );
}
