import { occupationGroups } from '@niangjia/shared/codes';
import type { Employment } from '@niangjia/shared/joining/form';
import { deskTexts } from '../../desk/desk.text.ts';

/** What somebody does, in two parts: `快递员` and `顺达快递`; for a unit's employee `单位职工` and the unit. */
export function sayEmployment(employment: Employment): { what: string; where: string } {
  return employment.kind === 'newForm'
    ? { what: occupationGroups[employment.occupation].name, where: employment.platform }
    : { what: deskTexts.unit, where: employment.unit };
}

/** The same in one line. */
export function sayWork({ employment }: { readonly employment: Employment }): string {
  const { what, where } = sayEmployment(employment);
  return `${what} · ${where}`;
}
