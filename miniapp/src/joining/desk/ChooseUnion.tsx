import type { ReactNode } from 'react';
import { Desk } from '../../desk/Desk.tsx';
import { deskTexts } from '../../desk/desk.text.ts';
import type { DeskPage } from '../../desk/duty.ts';
import { OrgSwitch } from './OrgSwitch.tsx';
import type { Unions } from './useUnions.ts';

/** The desk of a node that takes no members: a union of its area comes first, nobody waits at the node itself. */
export function ChooseUnion({
  title,
  current,
  of,
  children,
}: {
  title: string;
  current: DeskPage;
  of: Unions;
  children?: ReactNode;
}) {
  return (
    <Desk title={title} heading={deskTexts.chooseUnion} note={<OrgSwitch of={of} />} current={current} top>
      {children}
    </Desk>
  );
}
