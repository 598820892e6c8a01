import './environment.ts';
import type { CastName } from '@niangjia/shared/cast';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { type ComponentType, lazy, Suspense, useState } from 'react';
import { launch, network, stack } from './taro.ts';

type Pages = Readonly<Record<string, () => Promise<{ default: ComponentType }>>>;

const pages: Pages = {
  '/home': () => import('../src/home.tsx'),
  '/me': () => import('../src/me.tsx'),
  '/joining/session': () => import('../src/joining/session.tsx'),
  '/joining/member/apply': () => import('../src/joining/member/apply.tsx'),
  '/joining/member/status': () => import('../src/joining/member/status.tsx'),
  '/joining/member/card': () => import('../src/joining/member/card.tsx'),
  '/joining/member/verify': () => import('../src/joining/member/verify.tsx'),
  '/joining/mine/myData': () => import('../src/joining/mine/myData.tsx'),
  '/joining/mine/correct': () => import('../src/joining/mine/correct.tsx'),
  '/joining/mine/consents': () => import('../src/joining/mine/consents.tsx'),
  '/joining/mine/readings': () => import('../src/joining/mine/readings.tsx'),
  '/joining/mine/copy': () => import('../src/joining/mine/copy.tsx'),
  '/joining/mine/forget': () => import('../src/joining/mine/forget.tsx'),
  '/joining/mine/identity': () => import('../src/joining/mine/identity.tsx'),
  '/joining/mine/leave': () => import('../src/joining/mine/leave.tsx'),
  '/messages/inbox': () => import('../src/messages/inbox.tsx'),
  '/joining/desk/sessions': () => import('../src/joining/desk/sessions.tsx'),
  '/joining/desk/openSession': () => import('../src/joining/desk/openSession.tsx'),
  '/joining/desk/poster': () => import('../src/joining/desk/poster.tsx'),
  '/joining/desk/queue': () => import('../src/joining/desk/queue.tsx'),
  '/joining/desk/case': () => import('../src/joining/desk/case.tsx'),
  '/joining/desk/board': () => import('../src/joining/desk/board.tsx'),
  '/joining/desk/corrections': () => import('../src/joining/desk/corrections.tsx'),
  '/joining/desk/correction': () => import('../src/joining/desk/correction.tsx'),
  '/joining/desk/bankCards': () => import('../src/joining/desk/bankCards.tsx'),
  '/joining/audit/decisions': () => import('../src/joining/audit/decisions.tsx'),
  '/joining/audit/disclosures': () => import('../src/joining/audit/disclosures.tsx'),
  '/joining/audit/callBacks': () => import('../src/joining/audit/callBacks.tsx'),
  '/joining/audit/callBack': () => import('../src/joining/audit/callBack.tsx'),
  '/joining/audit/paces': () => import('../src/joining/audit/paces.tsx'),
  '/joining/audit/denials': () => import('../src/joining/audit/denials.tsx'),
  '/joining/audit/denial': () => import('../src/joining/audit/denial.tsx'),
  '/accounts/confirm': () => import('../src/accounts/confirm.tsx'),
  '/accounts/signIns': () => import('../src/accounts/signIns.tsx'),
  '/joining/help/helpJoin': () => import('../src/joining/help/helpJoin.tsx'),
  '/joining/help/findMember': () => import('../src/joining/help/findMember.tsx'),
  '/joining/help/printCard': () => import('../src/joining/help/printCard.tsx'),
  '/joining/help/bind': () => import('../src/joining/help/bind.tsx'),
  '/venues/list': () => import('../src/venues/list.tsx'),
  '/venues/day': () => import('../src/venues/day.tsx'),
  '/venues/about': () => import('../src/venues/about.tsx'),
  '/venues/bookings': () => import('../src/venues/bookings.tsx'),
  '/venues/noShows': () => import('../src/venues/noShows.tsx'),
  '/venues/keeper/appeals': () => import('../src/venues/keeper/appeals.tsx'),
  '/venues/keeper/closing': () => import('../src/venues/keeper/closing.tsx'),
  '/venues/keeper/photos': () => import('../src/venues/keeper/photos.tsx'),
  '/venues/keeper/groups': () => import('../src/venues/keeper/groups.tsx'),
  '/venues/keeper/setUp/house': () => import('../src/venues/keeper/setUp/house.tsx'),
  '/venues/keeper/setUp/facts': () => import('../src/venues/keeper/setUp/facts.tsx'),
  '/venues/keeper/setUp/hours': () => import('../src/venues/keeper/setUp/hours.tsx'),
  '/venues/keeper/setUp/room': () => import('../src/venues/keeper/setUp/room.tsx'),
  '/venues/keeper/setUp/door': () => import('../src/venues/keeper/setUp/door.tsx'),
  '/venues/keeper/setUp/policy': () => import('../src/venues/keeper/setUp/policy.tsx'),
  '/venues/keeper/use': () => import('../src/venues/keeper/use.tsx'),
  '/venues/keeper/day': () => import('../src/venues/keeper/day.tsx'),
  '/venues/weekly': () => import('../src/venues/weekly.tsx'),
  '/clubs/desk/clubs': () => import('../src/clubs/desk/clubs.tsx'),
  '/clubs/desk/activities': () => import('../src/clubs/desk/activities.tsx'),
  '/clubs/desk/activity': () => import('../src/clubs/desk/activity.tsx'),
  '/clubs/desk/redemptions': () => import('../src/clubs/desk/redemptions.tsx'),
  '/clubs/desk/wall': () => import('../src/clubs/desk/wall.tsx'),
  '/clubs/desk/figures': () => import('../src/clubs/desk/figures.tsx'),
  '/clubs/desk/policy': () => import('../src/clubs/desk/policy.tsx'),
  '/clubs/list': () => import('../src/clubs/list.tsx'),
  '/clubs/mine': () => import('../src/clubs/mine.tsx'),
  '/clubs/club': () => import('../src/clubs/club.tsx'),
  '/clubs/register': () => import('../src/clubs/register.tsx'),
  '/clubs/members': () => import('../src/clubs/members.tsx'),
  '/clubs/declare': () => import('../src/clubs/declare.tsx'),
  '/clubs/activity': () => import('../src/clubs/activity.tsx'),
  '/clubs/code': () => import('../src/clubs/code.tsx'),
  '/clubs/report': () => import('../src/clubs/report.tsx'),
  '/clubs/statement': () => import('../src/clubs/statement.tsx'),
  '/clubs/wall': () => import('../src/clubs/wall.tsx'),
  '/clubs/post': () => import('../src/clubs/post.tsx'),
  '/clubs/stars': () => import('../src/clubs/stars.tsx'),
};
const loaded = Object.fromEntries(Object.entries(pages).map(([path, load]) => [path, lazy(load)]));

function Phone() {
  const [, redraw] = useState(0);
  // A page may move on while it is being drawn.
  stack.changed = () => queueMicrotask(() => redraw((turn) => turn + 1));
  const top = stack.pages.at(-1);
  const Page = top ? loaded[top.path] : undefined;
  if (!top || !Page) throw new Error(`no page at ${top?.path}`);
  return (
    <Suspense fallback={null}>
      <Page key={`${stack.pages.length} ${top.path}`} />
    </Suspense>
  );
}

/** Somebody takes a phone with nothing on it and opens a page. */
export function takePhone(as: CastName, url: string): void {
  localStorage.clear();
  network.calls = [];
  network.mishaps = [];
  openApp(as, url);
}

/** Opens the app again on the same phone. */
export function openApp(as: CastName, url: string): void {
  cleanup();
  sessionStorage.clear();
  sessionStorage.setItem('actAs', JSON.stringify(as));
  launch(url);
  render(<Phone />);
}

/** Taps what has this name, as soon as it is there. */
export async function tap(name: string | RegExp, role = 'button'): Promise<void> {
  const target = await screen.findByRole(role, { name }, { timeout: 5000 });
  fireEvent.click(target);
}

/** Types a text into the field with this label, then leaves the field. */
export async function type(label: string, text: string): Promise<void> {
  const field = await screen.findByLabelText(label, { selector: 'input, textarea' }, { timeout: 5000 });
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
}

/** Waits until a text can be seen. */
export function see(text: string | RegExp): Promise<HTMLElement> {
  return screen.findByText(text, {}, { timeout: 6000 });
}

export { fireEvent, screen, waitFor, within };
