import { cast } from '@niangjia/shared/cast';
import { forgetLogin } from '../api/signIn.ts';
import { Card } from '../ui/Card.tsx';
import { Row } from '../ui/Row.tsx';
import { actAsNobody, actingAs } from './actAs.ts';
import { demoTexts } from './demo.text.ts';

/** Development only: whom this tab acts as, and the way to be somebody else. */
export default function ActingAs() {
  const name = actingAs();
  if (!name) return null;
  const change = () => {
    actAsNobody();
    forgetLogin();
    window.location.hash = '#/home';
    window.location.reload();
  };
  return (
    <Card>
      <Row
        title={demoTexts.acting(cast[name].name)}
        note={cast[name].part}
        end={demoTexts.change}
        onPress={change}
      />
    </Card>
  );
}
