import { audit } from '@niangjia/shared/joining/auditContract';
import { clientOf } from '../../api/client.ts';

/** The API of auditing. */
export const auditApi = clientOf(audit);
