import type { ResponseOf } from '@niangjia/shared/contract';
import { codeIn } from '@niangjia/shared/pairing';
import type { system } from '@niangjia/shared/system';
import { sayTime } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { api } from '../api.ts';
import { scan } from '../scan.ts';
import { open, replaceWith } from '../screens.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import { spoken } from '../ui/press.ts';
import { Row } from '../ui/Row.tsx';
import { Screen } from '../ui/Screen.tsx';
import { useDeed } from '../useDeed.ts';
import { confirmTexts as texts } from './confirm.text.ts';
import { roleTexts, sayBrowser } from './places.text.ts';
import './confirm.scss';

/** What was scanned, and what the API says of it. The code stays here: it never is in an address. */
type Seen = ResponseOf<typeof system.inspectPairing> & { readonly code: string };

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <Row
    title={
      <View>
        <View className="small">{name}</View>
        {children}
      </View>
    }
  />
);

/** What somebody is about to sign in to, in plain words. */
function Place({ seen }: { seen: Seen }) {
  const duties = seen.staff.map(({ role, org }) => `${org.name} · ${roleTexts[role]}`);
  return (
    <View>
      <View className="title confirm-title">{texts.question}</View>
      <Card>
        <Fact name={texts.place}>
          <View className="heading">{sayBrowser(seen.browser)}</View>
        </Fact>
        <Fact name={texts.opened}>{sayTime(seen.openedAt, Date.now())}</Fact>
        <Fact name={texts.as}>
          {duties.map((duty) => (
            <View key={duty}>{duty}</View>
          ))}
        </Fact>
      </Card>
      <Card tone="waiting">{texts.warning}</Card>
    </View>
  );
}

function Places() {
  return (
    <Card>
      <Row title={texts.places} note={texts.placesNote} end="›" onPress={() => open('signIns')} />
    </Card>
  );
}

function Done() {
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="main" onPress={() => replaceWith('home')}>
          {texts.home}
        </Button>
      }
    >
      <View {...spoken('status')}>
        <View className="title confirm-title">✓ {texts.done}</View>
        <View className="small confirm-note">{texts.doneNote}</View>
      </View>
      <Places />
    </Screen>
  );
}

/** Staff sign a web page in: scan its code, see what it is, say yes. */
export default function ConfirmPage() {
  const [seen, setSeen] = useState<Seen>();
  const [unreadable, setUnreadable] = useState(false);
  const [done, setDone] = useState(false);
  const looking = useDeed();
  const confirming = useDeed();

  const scanAndLook = () =>
    looking.run(async () => {
      confirming.clear();
      const text = await scan();
      if (text === undefined) return;
      const code = codeIn(text);
      setUnreadable(code === undefined);
      if (code) setSeen({ code, ...(await api.inspectPairing({ code })) });
    });
  const putAside = () => {
    setSeen(undefined);
    confirming.clear();
  };
  const confirm = (code: string) =>
    confirming.run(async () => {
      await api.confirmPairing({ code });
      setDone(true);
    });
  // A code that is over is of no more use; the next step is to scan another.
  const scanAnother = () => {
    putAside();
    void scanAndLook();
  };

  if (done) return <Done />;
  return (
    <Screen
      title={texts.title}
      action={
        seen ? (
          <View>
            <Button kind="main" busy={confirming.busy} onPress={() => confirm(seen.code)}>
              {confirming.busy ? texts.confirming : texts.confirm}
            </Button>
            <Button kind="text" onPress={putAside}>
              {texts.notMe}
            </Button>
          </View>
        ) : (
          <Button kind="main" busy={looking.busy} onPress={scanAndLook}>
            {looking.busy ? texts.looking : texts.scan}
          </Button>
        )
      }
    >
      {seen ? (
        <View>
          <Notice refused={confirming.refused} onNext={scanAnother} />
          <Place seen={seen} />
        </View>
      ) : (
        <View>
          <View className="title confirm-title">{texts.headline}</View>
          <View className="small confirm-note">{texts.note}</View>
          {unreadable ? <Card tone="waiting">{texts.unreadable}</Card> : null}
          <Notice refused={looking.refused} onNext={scanAndLook} />
          <Places />
        </View>
      )}
    </Screen>
  );
}
