import { Button as TaroButton, View } from '@tarojs/components';
import { press } from './press.ts';
import './Button.scss';

/** A push button. `main` is the one thing to do on a screen; `busy` says what is happening and takes no second tap. */
export function Button({
  children,
  onPress,
  kind = 'plain',
  small = false,
  busy = false,
  whyNot,
  label,
}: {
  children: string;
  onPress: () => void;
  kind?: 'main' | 'outline' | 'plain' | 'text';
  small?: boolean;
  busy?: boolean;
  /** Why it can't be pressed now; said under the button, which is greyed. */
  whyNot?: string | undefined;
  /** A fuller name for screen readers, where the words on it need their surroundings. */
  label?: string;
}) {
  const off = busy || whyNot !== undefined;
  const classes = ['button', `button-${kind}`, small ? 'button-small' : '', off ? 'button-off' : ''];
  const button = (
    <TaroButton
      className={classes.filter(Boolean).join(' ')}
      hoverClass="button-down"
      {...press(off ? () => {} : onPress, { label: label ?? children, disabled: off })}
    >
      {children}
    </TaroButton>
  );
  if (!whyNot) return button;
  return (
    <View>
      {button}
      <View className="button-why">{whyNot}</View>
    </View>
  );
}
