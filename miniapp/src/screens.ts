import type { MessageScreen } from '@niangjia/shared/messages/message';
import type { NextScreen } from '@niangjia/shared/refusal';
import Taro from '@tarojs/taro';
import { tabs } from './tabs.ts';

/**
 * Every screen by name; a screen names where to go, only this file knows the paths. A refusal or a message
 * that leads to a screen which is not here does not compile.
 */
const paths = {
  home: 'home',
  me: 'me',
  session: 'joining/session',
  apply: 'joining/member/apply',
  status: 'joining/member/status',
  card: 'joining/member/card',
  verify: 'joining/member/verify',
  myData: 'joining/mine/myData',
  correct: 'joining/mine/correct',
  consents: 'joining/mine/consents',
  readings: 'joining/mine/readings',
  copy: 'joining/mine/copy',
  forget: 'joining/mine/forget',
  leave: 'joining/mine/leave',
  inbox: 'messages/inbox',
  identity: 'joining/mine/identity',
  sessions: 'joining/desk/sessions',
  openSession: 'joining/desk/openSession',
  poster: 'joining/desk/poster',
  queue: 'joining/desk/queue',
  case: 'joining/desk/case',
  board: 'joining/desk/board',
  bankCards: 'joining/desk/bankCards',
  confirm: 'accounts/confirm',
  signIns: 'accounts/signIns',
  corrections: 'joining/desk/corrections',
  correction: 'joining/desk/correction',
  helpJoin: 'joining/help/helpJoin',
  findMember: 'joining/help/findMember',
  printCard: 'joining/help/printCard',
  bind: 'joining/help/bind',
  decisions: 'joining/audit/decisions',
  disclosures: 'joining/audit/disclosures',
  callBacks: 'joining/audit/callBacks',
  callBack: 'joining/audit/callBack',
  paces: 'joining/audit/paces',
  denials: 'joining/audit/denials',
  denial: 'joining/audit/denial',
  venues: 'venues/list',
  venue: 'venues/day',
  about: 'venues/about',
  bookings: 'venues/bookings',
  noShows: 'venues/noShows',
  keptDay: 'venues/keeper/day',
  weekly: 'venues/weekly',
  keptAppeals: 'venues/keeper/appeals',
  keptClosing: 'venues/keeper/closing',
  keptSetUp: 'venues/keeper/setUp/house',
  keptFacts: 'venues/keeper/setUp/facts',
  keptHours: 'venues/keeper/setUp/hours',
  keptRoom: 'venues/keeper/setUp/room',
  keptDoor: 'venues/keeper/setUp/door',
  keptPolicy: 'venues/keeper/setUp/policy',
  keptUse: 'venues/keeper/use',
  keptGroups: 'venues/keeper/groups',
  keptPhotos: 'venues/keeper/photos',
  clubs: 'clubs/member/list',
  myClubs: 'clubs/member/mine',
  myActivities: 'clubs/member/mine',
  club: 'clubs/member/club',
  registerClub: 'clubs/member/register',
  clubMembers: 'clubs/member/members',
  declare: 'clubs/member/declare',
  activity: 'clubs/member/activity',
  activityCode: 'clubs/member/code',
  report: 'clubs/member/report',
  statement: 'clubs/member/statement',
  wall: 'clubs/member/wall',
  post: 'clubs/member/post',
  stars: 'clubs/member/stars',
  keptClubs: 'clubs/desk/clubs',
  keptActivities: 'clubs/desk/activities',
  keptActivity: 'clubs/desk/activity',
  redemptions: 'clubs/desk/redemptions',
  keptWall: 'clubs/desk/wall',
  clubFigures: 'clubs/desk/figures',
  clubPolicy: 'clubs/desk/policy',
} as const satisfies Record<NextScreen | MessageScreen, string> & Record<string, string>;

export type ScreenName = keyof typeof paths;

/** Whether a refusal's next step names a screen there is. */
export function isScreen(name: string | undefined): name is ScreenName {
  return name !== undefined && name in paths;
}

function address(screen: ScreenName, parameters: Readonly<Record<string, string>>): string {
  const query = Object.entries(parameters)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `/${paths[screen]}${query ? `?${query}` : ''}`;
}

const isTab = (screen: ScreenName) => tabs.some((tab) => tab.screen === screen);

/** Opens a screen on top of this one; a tab in the place of all that is open. */
export function open(screen: ScreenName, parameters: Readonly<Record<string, string>> = {}): void {
  if (isTab(screen)) void Taro.switchTab({ url: address(screen, {}) });
  else void Taro.navigateTo({ url: address(screen, parameters) });
}

/** Replaces this screen; going back does not return to it. */
export function replaceWith(screen: ScreenName, parameters: Readonly<Record<string, string>> = {}): void {
  if (isTab(screen)) void Taro.switchTab({ url: address(screen, {}) });
  else void Taro.redirectTo({ url: address(screen, parameters) });
}

/** Goes back, or home when there is nothing to go back to. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else open('home');
}

/** A card in a chat that opens a screen; its picture is ours, since WeChat's would be of what is on the sender's screen. */
export function shareCard(
  title: string,
  screen: ScreenName,
  parameters: Readonly<Record<string, string>> = {},
): { title: string; path: string; imageUrl: string } {
  return { title, path: address(screen, parameters), imageUrl: '/pictures/share.png' };
}
