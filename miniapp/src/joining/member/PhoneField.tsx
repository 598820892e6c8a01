import { Button as TaroButton, View } from '@tarojs/components';
import { Button } from '../../ui/Button.tsx';
import { Field, FieldFrame } from '../../ui/Field.tsx';
import { applyTexts as texts } from './apply.text.ts';

/** The phone number: typed, or WeChat's own with one tap where WeChat offers it. */
export function PhoneField({
  value,
  fromWechat,
  onType,
  onWechat,
  onLeave,
  error,
  mark,
}: {
  value: string;
  fromWechat: boolean;
  onType: (typed: string) => void;
  /** WeChat's code for the number; undefined goes back to typing. */
  onWechat: (code: string | undefined) => void;
  onLeave: () => void;
  error: string | undefined;
  mark: string | undefined;
}) {
  if (fromWechat) {
    const back = (
      <Button small kind="text" onPress={() => onWechat(undefined)}>
        {texts.typePhone}
      </Button>
    );
    return (
      <FieldFrame label={texts.phone} end={back}>
        <View>{texts.wechatPhoneTaken}</View>
      </FieldFrame>
    );
  }
  const take =
    process.env.TARO_ENV === 'weapp' ? (
      <TaroButton
        className="button button-plain button-small"
        hoverClass="button-down"
        openType="getPhoneNumber"
        onGetPhoneNumber={(event) => {
          if (event.detail.code) onWechat(event.detail.code);
        }}
      >
        {texts.wechatPhone}
      </TaroButton>
    ) : undefined;
  return (
    <Field
      label={texts.phone}
      value={value}
      onType={onType}
      onLeave={onLeave}
      keyboard="phone"
      placeholder={texts.phonePlaceholder}
      longest={17}
      error={error}
      mark={mark}
      end={take}
    />
  );
}
