import type { ReactNode } from 'react';
import './ui/tokens.scss';
import './ui/base.scss';

/** The whole app: pages only; what they share is in ui/ and api.ts. */
export default function App({ children }: { children?: ReactNode }) {
  return children;
}
