import type { Role } from '@niangjia/shared/roles';
import { type ReactNode, useEffect, useState } from 'react';
import { knownLogin, type Login } from '../api/signIn.ts';
import { api } from '../api.ts';
import { replaceWith } from '../screens.ts';
import { Empty } from '../ui/Empty.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Screen } from '../ui/Screen.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useAnswer } from '../useAnswer.ts';
import { DeskPages } from './DeskPages.ts';
import { deskTexts } from './desk.text.ts';
import {
  auditorOf,
  clerkOf,
  clubsOf,
  type DeskPage,
  type Duty,
  deskPagesOf,
  dutyOf,
  keeperOf,
  type OrgChoice,
  settingUpOf,
} from './duty.ts';

/** Signs in, where it is not known yet who this is. */
function SigningIn({ onLogin }: { onLogin: (login: Login) => void }) {
  const { refused, again } = useAnswer(async () => onLogin(await api.login()), 'login');
  return (
    <Screen title={deskTexts.brand}>
      <Notice refused={refused} onNext={again} />
      <Skeleton />
    </Screen>
  );
}

/** The desk of somebody without this duty: other staff go on to the page that is theirs, and workers are told. */
function NotOnDuty({ instead }: { instead: DeskPage | undefined }) {
  useEffect(() => {
    if (instead) replaceWith(instead);
  }, [instead]);
  return (
    <Screen title={deskTexts.brand}>
      {instead ? (
        <Skeleton />
      ) : (
        <Empty
          text={deskTexts.notStaff}
          note={deskTexts.notStaffNote}
          next={deskTexts.home}
          onNext={() => replaceWith('home')}
        />
      )}
    </Screen>
  );
}

/** Makes a page for those with a duty; in WeChat whoever is signed in already sees it without a step between. */
function forDuty<D>(dutyFrom: (login: Login) => D | undefined, Page: (duty: D) => ReactNode) {
  return function ForDuty() {
    const [login, setLogin] = useState(knownLogin);
    if (!login) return <SigningIn onLogin={setLogin} />;
    const pages = deskPagesOf(login);
    const duty = dutyFrom(login);
    if (!duty) return <NotOnDuty instead={pages[0]} />;
    return (
      <DeskPages.Provider value={pages}>
        <Page {...duty} />
      </DeskPages.Provider>
    );
  };
}

/** Makes a page for those who review or audit: it opens with who is on duty. */
export const forStaff = (Page: (duty: Duty) => ReactNode) => forDuty(dutyOf, Page);

/** Makes a page for those who review; auditors go on to what they may read. */
export const forReviewer = (Page: (duty: Duty) => ReactNode) =>
  forDuty((login) => {
    const duty = dutyOf(login);
    return duty?.reviews ? duty : undefined;
  }, Page);

/** Makes a page for the bank's clerks: it opens with where they are that. */
export const forClerk = (Page: (duty: { homes: readonly [OrgChoice, ...OrgChoice[]] }) => ReactNode) =>
  forDuty((login) => {
    const [home, ...others] = clerkOf(login);
    return home && { homes: [home, ...others] as const };
  }, Page);

/** Makes a page for auditors: it opens with where they are that. */
export const forAuditor = (Page: (duty: { homes: readonly [OrgChoice, ...OrgChoice[]] }) => ReactNode) =>
  forDuty((login) => {
    const [home, ...others] = auditorOf(login);
    return home && { homes: [home, ...others] as const };
  }, Page);

/** Makes a page for those who keep venues: it opens with where they are that. */
export const forKeeper = (Page: (duty: { homes: readonly [OrgChoice, ...OrgChoice[]] }) => ReactNode) =>
  forDuty((login) => {
    const [home, ...others] = keeperOf(login);
    return home && { homes: [home, ...others] as const };
  }, Page);

/** Makes a page for those who look after clubs with one of these roles: it opens with where they are that. */
export const forClubs = (
  roles: Parameters<typeof clubsOf>[1],
  Page: (duty: { homes: readonly [OrgChoice, ...OrgChoice[]]; may: (role: Role) => boolean }) => ReactNode,
) =>
  forDuty((login) => {
    const [home, ...others] = clubsOf(login, roles);
    const may = (role: Role) => login.staff.some((one) => one.role === role);
    return home && { homes: [home, ...others] as const, may };
  }, Page);

/** Makes a page for those who set venues up: it opens with where they are that. */
export const forSetUp = (Page: (duty: { homes: readonly [OrgChoice, ...OrgChoice[]] }) => ReactNode) =>
  forDuty((login) => {
    const [home, ...others] = settingUpOf(login);
    return home && { homes: [home, ...others] as const };
  }, Page);
