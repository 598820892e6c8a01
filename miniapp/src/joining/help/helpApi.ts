import { help } from '@niangjia/shared/joining/helpContract';
import { clientOf } from '../../api/client.ts';

/** What helps people with their phones, typed from its contract; in this package only, since the main one is small. */
export const helpApi = clientOf(help);
