import { help } from '@niangjia/shared/joining/helpContract';
import { http } from '../../http.ts';
import { bindAccount } from './bindAccount.ts';
import { checkBindingCode } from './checkBindingCode.ts';
import { freezeAccount } from './freezeAccount.ts';
import { issueBindingCode } from './issueBindingCode.ts';
import { lookUpMember } from './lookUpMember.ts';
import { openHelpedForm } from './openHelpedForm.ts';
import { submitHelped } from './submitHelped.ts';

export const main = http(help, {
  openHelpedForm,
  submitHelped,
  lookUpMember,
  issueBindingCode,
  checkBindingCode,
  bindAccount,
  freezeAccount,
});
