import { SECOND } from '@niangjia/shared/time';
import { View } from '@tarojs/components';
import { useEffect } from 'react';
import { forgetLogin } from '../../api/signIn.ts';
import { replaceWith } from '../../screens.ts';
import { Card } from '../../ui/Card.tsx';
import { useCareMode } from '../../ui/careMode.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useNow } from '../../useNow.ts';
import { useVisible } from '../../useVisible.ts';
import { bindCodeTexts as texts } from './bind.text.ts';
import { useBindingCode } from './useBindingCode.ts';
import './bind.scss';

/** Whoever holds this phone shows a code at the desk; it needs no login, since a frozen account gets none. */
export default function BindPage() {
  const visible = useVisible();
  const [care] = useCareMode();
  const { code, used, noWechat, refused } = useBindingCode(visible);
  const now = useNow(visible && code !== undefined && !used);
  const seconds = code ? Math.max(0, Math.ceil((code.endsAt - now) / SECOND)) : 0;
  const side = care ? 250 : 220;
  useEffect(() => {
    if (!used) return;
    // Whoever signs in from now on is the member.
    forgetLogin();
    replaceWith('card');
  }, [used]);
  if (noWechat) {
    return (
      <Screen title={texts.title}>
        <Empty
          text={texts.noWechat}
          note={texts.noWechatNote}
          next={texts.home}
          onNext={() => replaceWith('home')}
        />
      </Screen>
    );
  }
  return (
    <Screen title={texts.title}>
      <View className="title">{texts.headline}</View>
      <View className="small bind-note">{texts.note}</View>
      <Notice refused={refused} />
      {code ? (
        <Card>
          <View className="bind-code">
            <QrCode text={code.scan} size={side} label={texts.code} />
          </View>
          <View className="small bind-told">{texts.orTyped}</View>
          <View className="bind-typed figures">{code.typed}</View>
          <View className="small bind-told figures">
            {seconds > 0 ? texts.left(seconds) : texts.renewing}
          </View>
        </Card>
      ) : refused ? null : (
        <Skeleton lines={[60, 60, 60]} />
      )}
      {code ? <View className="small bind-told">{texts.waiting}</View> : null}
    </Screen>
  );
}
