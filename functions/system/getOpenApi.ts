import { joining } from '@niangjia/shared/joining/contract';
import { system } from '@niangjia/shared/system';
import type { OpenHandler } from '../handler.ts';
import { openApi } from '../openApi.ts';

const document = openApi({ system, joining });

export const getOpenApi: OpenHandler<typeof system.getOpenApi> = async () => document;
