import { Textarea } from '@tarojs/components';
import { FieldFrame } from './Field.tsx';
import { uiTexts } from './ui.text.ts';
import './WordsField.scss';

/** A labelled field for a few sentences; it grows with them, and says how much room is left when little is. */
export function WordsField({
  label,
  value,
  onType,
  placeholder = '',
  longest,
  hint,
  error,
}: {
  label: string;
  value: string;
  onType: (typed: string) => void;
  placeholder?: string;
  longest: number;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  const web = process.env.TARO_ENV !== 'weapp';
  const left = longest - value.length;
  return (
    <FieldFrame label={label} hint={left < longest / 5 ? uiTexts.left(left) : hint} error={error}>
      <Textarea
        className="words-text"
        placeholderClass="field-placeholder"
        value={value}
        maxlength={longest}
        placeholder={placeholder}
        onInput={(event) => onType(event.detail.value)}
        {...(web
          ? { nativeProps: { 'aria-label': label, 'aria-invalid': error ? 'true' : 'false' } }
          : { autoHeight: true, disableDefaultPadding: true, showConfirmBar: false })}
      />
    </FieldFrame>
  );
}
