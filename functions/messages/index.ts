import { messages } from '@niangjia/shared/messages/contract';
import { http } from '../http.ts';
import { listMessages } from './listMessages.ts';
import { readMessages } from './readMessages.ts';

export const main = http(messages, { listMessages, readMessages });
