import { system } from '@niangjia/shared/system';
import { http } from '../http.ts';
import { getHealth } from './getHealth.ts';
import { getOpenApi } from './getOpenApi.ts';
import { signIn } from './signIn.ts';

export const main = http(system, { getHealth, getOpenApi, signIn });
