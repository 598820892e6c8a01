import { description } from '@niangjia/shared/description';
import { audit } from '@niangjia/shared/joining/auditContract';
import { joining } from '@niangjia/shared/joining/contract';
import { help } from '@niangjia/shared/joining/helpContract';
import { myData } from '@niangjia/shared/joining/myDataContract';
import { messages } from '@niangjia/shared/messages/contract';
import { system } from '@niangjia/shared/system';
import { venues } from '@niangjia/shared/venues/contract';
import { keeping } from '@niangjia/shared/venues/keeperContract';
import { venuePhotos } from '@niangjia/shared/venues/photosContract';
import { setUp } from '@niangjia/shared/venues/setUpContract';
import type { OpenHandler } from '../handler.ts';
import { openApi } from '../openApi.ts';

const document = openApi({
  description,
  system,
  joining,
  audit,
  help,
  myData,
  messages,
  venues,
  keeping,
  venuePhotos,
  setUp,
});

export const getOpenApi: OpenHandler<typeof description.getOpenApi> = async () => document;
