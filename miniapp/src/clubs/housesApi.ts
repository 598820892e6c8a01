import { venues } from '@niangjia/shared/venues/contract';
import { clientOf } from '../api/client.ts';

/** What of the venues a leader looks at who wants a room for an activity. */
export const housesApi = clientOf({ listVenues: venues.listVenues, getDay: venues.getDay });
