import { View } from '@tarojs/components';
import { leavePage, webSignIn } from '../api/signIn.ts';
import { api } from '../api.ts';
import { press } from '../ui/press.ts';
import { useDeed } from '../useDeed.ts';
import { webTexts as texts } from './web.text.ts';

/** H5: the way out at a desk; nothing where nobody is signed in by a phone. */
export default function SignOutHere({ className }: { className: string }) {
  const { busy, run } = useDeed();
  const id = webSignIn();
  if (!id) return null;
  const signOut = () =>
    run(async () => {
      await api.endSignIn({ id });
      await leavePage();
    });
  return (
    <View className={className} {...press(signOut, { label: texts.signOut, disabled: busy })}>
      {texts.signOut}
    </View>
  );
}
