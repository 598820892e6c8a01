import type { ReactNode } from 'react';
import { listenForPrivacy } from './ui/privacy.ts';
import './ui/tokens.scss';
import './ui/base.scss';

if (process.env.TARO_ENV === 'weapp') listenForPrivacy();

/** The whole app: pages only; what they share is in ui/ and api.ts. */
export default function App({ children }: { children?: ReactNode }) {
  return children;
}
