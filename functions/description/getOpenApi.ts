import { contracts } from '@niangjia/shared/contracts';
import type { description } from '@niangjia/shared/description';
import type { OpenHandler } from '../handler.ts';
import { openApi } from '../openApi.ts';

const document = openApi(contracts);

export const getOpenApi: OpenHandler<typeof description.getOpenApi> = async () => document;
