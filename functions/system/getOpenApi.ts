import { joining } from '@niangjia/shared/joining/contract';
import { myData } from '@niangjia/shared/joining/myDataContract';
import { system } from '@niangjia/shared/system';
import type { OpenHandler } from '../handler.ts';
import { openApi } from '../openApi.ts';

const document = openApi({ system, joining, myData });

export const getOpenApi: OpenHandler<typeof system.getOpenApi> = async () => document;
