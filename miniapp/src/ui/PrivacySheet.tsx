import { Button as TaroButton, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useVisible } from '../useVisible.ts';
import { Button } from './Button.tsx';
import { privacyTexts as texts } from './privacy.text.ts';
import { AGREES, answerPrivacy, usePrivacyQuestion } from './privacy.ts';
import './PrivacySheet.scss';

/** In WeChat: asks before something personal is used for the first time, and goes on either way. */
export function PrivacySheet() {
  const what = usePrivacyQuestion();
  const visible = useVisible();
  if (what === undefined || !visible) return null;
  const { note, without } = texts.use(what);
  return (
    <View className="privacy">
      <View className="privacy-sheet">
        <View className="heading">{texts.title}</View>
        <View>{note}</View>
        <View className="small">{without}</View>
        <Button kind="text" onPress={() => Taro.openPrivacyContract({})}>
          {texts.contract}
        </Button>
        <TaroButton
          id={AGREES}
          className="button button-main"
          hoverClass="button-down"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => answerPrivacy(true)}
        >
          {texts.agree}
        </TaroButton>
        <Button onPress={() => answerPrivacy(false)}>{texts.refuse}</Button>
      </View>
    </View>
  );
}
