import { meTexts as texts } from './me.text.ts';
import { open } from './screens.ts';
import { Card } from './ui/Card.tsx';
import { CareRow } from './ui/CareRow.tsx';
import { Notice } from './ui/Notice.tsx';
import { Row } from './ui/Row.tsx';
import { Screen } from './ui/Screen.tsx';
import { Skeleton } from './ui/Skeleton.tsx';
import { useOwn } from './useOwn.ts';

/** What is one's own: where one stands, where one works for the union, and how the app is to look. */
export default function MePage() {
  const asked = useOwn();
  const { offer, desk = [] } = asked.answer ?? {};
  const [first] = desk;
  return (
    <Screen title={texts.title} tab="me">
      <Notice refused={asked.refused} onNext={asked.again} />
      {!offer && asked.loading ? <Skeleton lines={[40, 80]} /> : null}
      {offer ? (
        <Card heading={texts.own}>
          <Row title={offer.says} note={offer.note} end="›" onPress={() => open(offer.screen)} />
          <Row title={texts.myData} note={texts.myDataNote} end="›" onPress={() => open('myData')} />
        </Card>
      ) : null}
      {offer?.screen === 'card' ? (
        <Card>
          <Row title={texts.clubs} note={texts.clubsNote} end="›" onPress={() => open('myClubs')} />
        </Card>
      ) : null}
      {first ? (
        <Card>
          <Row
            title={texts.desk}
            note={first.org.name}
            end="›"
            onPress={() => open(first.screen, { org: first.org.id })}
          />
        </Card>
      ) : null}
      <Card heading={texts.settings}>
        <CareRow />
      </Card>
    </Screen>
  );
}
