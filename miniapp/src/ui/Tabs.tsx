import { Image, View } from '@tarojs/components';
import { open } from '../screens.ts';
import { type TabName, tabs } from '../tabs.ts';
import { press } from './press.ts';
import { TabUnread } from './TabUnread.tsx';
import './Tabs.scss';

// A picture knows no variables: these are --quiet and --red of tokens.scss.
const QUIET = '#6e665c';
const RED = '#c4161c';

function picture(icon: string, here: boolean): string {
  const colour = here ? RED : QUIET;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${icon}" fill="${here ? colour : 'none'}" stroke="${colour}" stroke-width="1.7" stroke-linejoin="round" stroke-linecap="round"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/**
 * The bar at the bottom of the pages that are tabs. It is drawn by us, since WeChat's own keeps letters of
 * 10 px whatever the person has chosen.
 */
export function Tabs({ here }: { here: TabName }) {
  return (
    <View className="tabs" {...(process.env.TARO_ENV === 'weapp' ? {} : { role: 'tablist' })}>
      {tabs.map(({ screen, text, icon }) => (
        <View
          key={screen}
          className={screen === here ? 'tab tab-here' : 'tab'}
          {...press(() => (screen === here ? undefined : open(screen)), {
            label: text,
            role: 'tab',
            checked: screen === here,
          })}
        >
          <Image className="tab-icon" src={picture(icon, screen === here)} />
          {screen === 'inbox' && here !== 'inbox' ? <TabUnread /> : null}
          <View>{text}</View>
        </View>
      ))}
    </View>
  );
}
