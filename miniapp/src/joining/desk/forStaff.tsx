import type { ReactNode } from 'react';
import { api } from '../../api.ts';
import { replaceWith } from '../../screens.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useAnswer } from '../../useAnswer.ts';
import { deskTexts } from './desk.text.ts';
import { type Duty, dutyOf } from './duty.ts';

/** Makes a page for staff: it opens with who is on duty, and tells everybody else where to ask. */
export function forStaff(Page: (duty: Duty) => ReactNode) {
  return function ForStaff() {
    const login = useAnswer(() => api.login(), 'login');
    const duty = login.answer && dutyOf(login.answer);
    if (duty) return <Page {...duty} />;
    return (
      <Screen title={deskTexts.brand}>
        <Notice refused={login.refused} onNext={login.again} />
        {login.answer ? (
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
