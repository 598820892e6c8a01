import { clubDesk } from '@niangjia/shared/clubs/deskContract';
import { clientOf } from '../../api/client.ts';

/** The reviewers' part of the API. */
export const deskApi = clientOf(clubDesk);
