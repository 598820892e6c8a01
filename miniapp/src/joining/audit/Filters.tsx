import type { Instant } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OrgChoice } from '../../desk/duty.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chips } from '../../ui/Chips.tsx';
import { Field } from '../../ui/Field.tsx';
import { PickField } from '../../ui/PickField.tsx';
import { press } from '../../ui/press.ts';
import { WhenField } from '../../ui/WhenField.tsx';
import { useWide } from '../../ui/wide.ts';
import { auditTexts as texts } from './audit.text.ts';
import { NodePick } from './NodePick.tsx';
import { daysOf, type Period, periodOf } from './period.ts';
import type { Narrowing } from './useFilters.ts';
import './Filters.scss';

const periods = Object.entries(texts.periods).map(([value, text]) => ({ value: value as Period, text }));

/** A field in which a card number is typed, and looked for once it is whole. */
function CardField({ onSearch }: { onSearch: (cardNumber: string | undefined) => void }) {
  const [typed, type] = useState('');
  const [wrong, setWrong] = useState(false);
  const search = () => {
    const number = typed.replace(/\s/g, '');
    const whole = /^\d{12}$/.test(number);
    setWrong(number !== '' && !whole);
    if (number === '' || whole) onSearch(number || undefined);
  };
  return (
    <Field
      label={texts.cardNumber}
      keyboard="number"
      value={typed}
      onType={type}
      onLeave={search}
      onConfirm={search}
      confirm="search"
      longest={14}
      placeholder={texts.cardHint}
      error={wrong ? texts.cardWrong : undefined}
    />
  );
}

/** What a list of records is narrowed to: on a phone behind a word, at a desk always there. */
export function Filters({
  home,
  org,
  narrowing: { filters, narrow },
  kind,
  people,
  onCard,
  now,
}: {
  home: OrgChoice;
  org: OrgChoice;
  narrowing: Narrowing;
  /** What each list has of its own: an outcome, a purpose. */
  kind: {
    readonly name: 'outcome' | 'purpose';
    readonly label: string;
    readonly all: string;
    readonly choices: Readonly<Record<string, string>>;
  };
  /** Who is picked out, by the filter's name. */
  people: { readonly by?: string | undefined; readonly person?: string | undefined };
  onCard: (cardNumber: string | undefined) => void;
  now: Instant;
}) {
  const wide = useWide();
  const [open, setOpen] = useState(false);
  const period = periodOf(filters, now);
  const shown = wide || open;
  return (
    <View className="desk-filters">
      <Chips
        label={texts.when}
        choices={wide || shown ? periods : periods.filter(({ value }) => value !== 'own' || value === period)}
        chosen={period}
        onChoose={(next) => narrow(daysOf(next, now))}
      />
      {people.by || people.person ? (
        <View className="audit-people">
          {(['by', 'person'] as const).map((name) => {
            const text = people[name];
            return text ? (
              <View
                key={name}
                className="chip chip-on"
                {...press(() => narrow({ [name]: undefined }), { label: texts.undo(text) })}
              >
                {texts.only(text)} ✕
              </View>
            ) : null;
          })}
        </View>
      ) : null}
      {wide ? null : (
        <Button kind="text" small onPress={() => setOpen(!open)}>
          {open ? texts.keep : texts.filter}
        </Button>
      )}
      {shown ? (
        <View className="audit-fields">
          <Card>
            {period === 'own' ? (
              <View className="audit-days">
                <WhenField
                  label={texts.from}
                  kind="date"
                  value={filters.from ?? ''}
                  onChoose={(from) => narrow({ from: from || undefined })}
                />
                <WhenField
                  label={texts.to}
                  kind="date"
                  value={filters.to ?? ''}
                  onChoose={(to) => narrow({ to: to || undefined })}
                />
              </View>
            ) : null}
            <NodePick home={home} org={org} onChoose={(node) => narrow({ node })} />
            <PickField
              label={kind.label}
              choices={[
                { value: '', text: kind.all },
                ...Object.entries(kind.choices).map(([value, text]) => ({ value, text })),
              ]}
              chosen={filters[kind.name] ?? ''}
              onChoose={(value) => narrow({ [kind.name]: value || undefined })}
            />
            <CardField onSearch={onCard} />
          </Card>
        </View>
      ) : null}
    </View>
  );
}
