/**
 * Makes a View press like a button: a tap everywhere, and Enter or the space bar on H5, where it also
 * carries a role and a name for screen readers.
 */
export function press(
  onPress: (() => void) | undefined,
  told: {
    readonly label?: string;
    readonly role?: 'button' | 'checkbox' | 'radio' | 'link' | 'switch' | 'tab';
    readonly checked?: boolean;
    readonly disabled?: boolean;
  } = {},
): Record<string, unknown> {
  if (!onPress) return {};
  if (process.env.TARO_ENV === 'weapp') return { onClick: onPress };
  return {
    onClick: onPress,
    onKeyDown: (event: { key?: string; preventDefault?: () => void }) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault?.();
      onPress();
    },
    role: told.role ?? 'button',
    tabIndex: 0,
    ...(told.label === undefined ? {} : { 'aria-label': told.label }),
    ...(told.checked === undefined
      ? {}
      : told.role === 'tab'
        ? { 'aria-selected': String(told.checked) }
        : { 'aria-checked': String(told.checked) }),
    ...(told.disabled ? { 'aria-disabled': 'true' } : {}),
  };
}

/** A live region on H5, so that what appears in place is also read out. */
export function spoken(how: 'status' | 'alert'): Record<string, unknown> {
  return process.env.TARO_ENV === 'weapp' ? {} : { role: how };
}
