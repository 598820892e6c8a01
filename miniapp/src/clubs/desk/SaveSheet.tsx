import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { dropFile, handOver } from '../../handOver.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { spoken } from '../../ui/press.ts';
import { useDeed } from '../../useDeed.ts';
import { clubDeskTexts as texts } from './desk.text.ts';
import './desk.scss';

/** Hands a workbook over with a tap: it is made from rows that are there already, as WeChat wants it. */
export function SaveSheet({ name, make }: { name: string; make: () => Uint8Array<ArrayBuffer> }) {
  const [saved, setSaved] = useState(false);
  const deed = useDeed();
  useEffect(() => () => dropFile('xlsx'), []);
  return (
    <View>
      <View className="club-acts">
        <Button
          kind="outline"
          small
          busy={deed.busy}
          onPress={() => void deed.run(async () => setSaved(await handOver(name, make(), 'xlsx')))}
        >
          {texts.save}
        </Button>
      </View>
      <View className="small club-said" {...spoken('status')}>
        {saved ? texts.saved : null}
      </View>
      <Notice refused={deed.refused} onNext={deed.clear} />
    </View>
  );
}
