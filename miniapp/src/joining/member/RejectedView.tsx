import { rejectionReasons } from '@niangjia/shared/joining/application';
import { View } from '@tarojs/components';
import { api } from '../../api.ts';
import { replaceWith } from '../../screens.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Row } from '../../ui/Row.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { useDeed } from '../../useDeed.ts';
import { draftOf, keepDraft } from '../draft.ts';
import { fieldNames } from '../fieldNames.text.ts';
import type { Standing } from '../standing.ts';
import { statusTexts as texts } from './status.text.ts';
import { useKeptDraft } from './useKeptDraft.ts';
import './RejectedView.scss';

/** What a reviewer asks to have mended, in their words, and one tap to the form with the rest as it was. */
export function RejectedView({ standing }: { standing: Extract<Standing, { status: 'rejected' }> }) {
  const { fields, org, reason, words, visit } = standing;
  const mending = useDeed();
  const kept = useKeptDraft();
  const mend = () =>
    mending.run(async () => {
      const { person } = await api.login();
      const draft = draftOf(person.id);
      keepDraft(person.id, {
        ...draft,
        visit: { visit, org: { name: org }, onSite: false },
        mend: fields,
        sent: false,
      });
      replaceWith('apply');
    });
  const headline =
    fields.length === 0
      ? texts.rejectedOther
      : fields.length === 1
        ? texts.rejected
        : texts.rejectedMany(fields.length);
  return (
    <Screen
      title={texts.title}
      action={
        <Button kind="main" busy={mending.busy} onPress={mend}>
          {fields.length === 0 ? texts.again : texts.mend}
        </Button>
      }
    >
      <View className="title rejected-headline">{headline}</View>
      <Card>
        {reason ? <Row title={texts.reason} end={rejectionReasons[reason]} /> : null}
        {words ? <Row title={words} note={texts.said(org)} /> : null}
        {fields.length > 0 ? (
          <Row
            title={texts.toMend}
            end={
              <View className="rejected-fields">
                {fields.map((field) => (
                  <Badge key={field} tone="red">
                    {fieldNames[field]}
                  </Badge>
                ))}
              </View>
            }
          />
        ) : null}
      </Card>
      {kept ? <View className="small">{texts.keptNote}</View> : null}
      <Notice refused={mending.refused} onNext={mend} />
    </Screen>
  );
}
