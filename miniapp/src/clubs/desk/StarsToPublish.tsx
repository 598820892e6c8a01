import { quartersTo, whyNotPublish } from '@niangjia/shared/clubs/stars';
import { refusalEntry } from '@niangjia/shared/refusal';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { useDeed } from '../../useDeed.ts';
import { keptWallTexts as texts } from './wall.text.ts';
import { wallApi } from './wallApi.ts';

/** The stars of the quarter that is over, as they are worked out, and publishing them: the city's to do, once. */
export function StarsToPublish({ org }: { org: string }) {
  const [, quarter = ''] = quartersTo(Date.now(), 2);
  const asked = useAnswer(() => wallApi.getStars({ quarter }), quarter);
  const deed = useDeed();
  const there = asked.answer;
  if (!there) return asked.refused ? <Notice refused={asked.refused} onNext={asked.again} /> : <Skeleton />;
  const { published, ranking, stars } = there;
  const listed = published?.stars ?? ranking.slice(0, stars);
  const why = whyNotPublish(quarter, published !== undefined, Date.now());
  const publish = async () => {
    const done = await deed.run(async () => void (await wallApi.publishStars({ quarter, org })));
    if (done) asked.again();
  };
  if (listed.length === 0) return <Empty text={texts.noStars} note={texts.noStarsNote} />;
  return (
    <Card heading={texts.starsOf(quarter)}>
      {listed.map(({ club, name, points, activities, people }, i) => (
        <Row
          key={club}
          title={`${i + 1} ${name}`}
          note={texts.starDid(activities, people)}
          end={texts.starPoints(points)}
        />
      ))}
      <Notice refused={deed.refused} onNext={asked.again} />
      {published ? (
        <Row title={texts.starsPublished(published.at, published.by)} />
      ) : (
        <Button kind="outline" busy={deed.busy} whyNot={why && refusalEntry(why).text} onPress={publish}>
          {texts.publish}
        </Button>
      )}
    </Card>
  );
}
