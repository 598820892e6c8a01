import { description } from '@niangjia/shared/description';
import { http } from '../http.ts';
import { getOpenApi } from './getOpenApi.ts';

export const main = http(description, { getOpenApi });
