import './environment.ts';
import type { ChangeEvent, HTMLAttributes, ReactNode } from 'react';

/*
 * Taro's components as plain HTML, for screen tests: the same properties and the same shape of events,
 * as far as the screens use them.
 */
type Properties = HTMLAttributes<HTMLElement> & { children?: ReactNode; hoverClass?: string };

function plain({ hoverClass: _hover, ...properties }: Properties) {
  return properties;
}

export function View(properties: Properties) {
  return <div {...plain(properties)} />;
}

export function Text(properties: Properties) {
  return <span {...plain(properties)} />;
}

/** WeChat's own abilities (`openType`) are not there on H5, so the stand-in has none. */
export function Button(properties: Properties) {
  return <div {...plain(properties)} />;
}

export function Image({
  src,
  nativeProps,
  mode: _mode,
  ...properties
}: Properties & { src: string; mode?: string; nativeProps?: { alt?: string } }) {
  return <img {...plain(properties)} src={src} alt={nativeProps?.alt ?? ''} />;
}

interface Typed {
  readonly detail: { readonly value: string };
}

export function Input({
  value,
  maxlength,
  placeholder,
  type,
  nativeProps,
  className,
  onInput,
  onBlur,
  onConfirm,
}: {
  value: string;
  maxlength?: number;
  placeholder?: string;
  type?: string;
  nativeProps?: Record<string, unknown>;
  className?: string;
  onInput?: (event: Typed) => void;
  onBlur?: (event: Typed) => void;
  onConfirm?: (event: Typed) => void;
}) {
  const typed = (text: string): Typed => ({ detail: { value: text } });
  return (
    <input
      className={className}
      value={value}
      maxLength={maxlength}
      placeholder={placeholder}
      type={type}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onInput?.(typed(event.target.value))}
      onBlur={(event) => onBlur?.(typed(event.target.value))}
      onKeyDown={(event) => (event.key === 'Enter' ? onConfirm?.(typed(value)) : undefined)}
      {...nativeProps}
    />
  );
}

export function Textarea({
  value,
  maxlength,
  placeholder,
  nativeProps,
  className,
  onInput,
}: {
  value: string;
  maxlength?: number;
  placeholder?: string;
  nativeProps?: Record<string, unknown>;
  className?: string;
  onInput?: (event: Typed) => void;
}) {
  return (
    <textarea
      className={className}
      value={value}
      maxLength={maxlength}
      placeholder={placeholder}
      onChange={(event) => onInput?.({ detail: { value: event.target.value } })}
      {...nativeProps}
    />
  );
}

/** On H5 the screens use the browser's own field instead (WhenField). */
export function Picker({ children }: { children?: ReactNode }) {
  return <div>{children}</div>;
}
