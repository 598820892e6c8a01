import { type ReactNode, useEffect, useState } from 'react';
import { knownLogin, type Login } from '../../api/signIn.ts';
import { api } from '../../api.ts';
import { replaceWith } from '../../screens.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { DeskPages } from './DeskPages.ts';
import { deskTexts } from './desk.text.ts';
import { clerkOf, type DeskPage, type Duty, deskPagesOf, dutyOf, type OrgChoice } from './duty.ts';

/** Makes a page for those with a duty; other staff go on to the page that is theirs, and workers are told. */
function forDuty<D>(dutyFrom: (login: Login) => D | undefined, Page: (duty: D) => ReactNode) {
  return function ForDuty() {
    const [known] = useState(knownLogin);
    const { answer = known, refused, again } = useAnswer(() => api.login(), 'login');
    const pages = answer ? deskPagesOf(answer) : [];
    const duty = answer && dutyFrom(answer);
    const elsewhere: DeskPage | undefined = answer && !duty ? pages[0] : undefined;
    useEffect(() => {
      if (elsewhere) replaceWith(elsewhere);
    }, [elsewhere]);
    if (duty)
      return (
        <DeskPages.Provider value={pages}>
          <Page {...duty} />
        </DeskPages.Provider>
      );
    return (
      <Screen title={deskTexts.brand}>
        <Notice refused={refused} onNext={again} />
        {answer && !elsewhere ? (
          <Empty
            text={deskTexts.notStaff}
            note={deskTexts.notStaffNote}
            next={deskTexts.home}
            onNext={() => replaceWith('home')}
          />
        ) : (
          <Skeleton />
        )}
      </Screen>
    );
  };
}

/** Makes a page for those who review or audit: it opens with who is on duty. */
export const forStaff = (Page: (duty: Duty) => ReactNode) => forDuty(dutyOf, Page);

/** Makes a page for the bank's clerks: it opens with where they are that. */
export const forClerk = (Page: (duty: { homes: readonly [OrgChoice, ...OrgChoice[]] }) => ReactNode) =>
  forDuty((login) => {
    const [home, ...others] = clerkOf(login);
    return home && { homes: [home, ...others] as const };
  }, Page);
