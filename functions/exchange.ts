import type { Endpoint } from '@niangjia/shared/contract';
import type { Staff } from '@niangjia/shared/roles';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Cost } from './cost.ts';
import type { Call } from './handler.ts';

/** One request on its way in and out. */
export interface Exchange {
  readonly event: APIGatewayProxyEventV2;
  readonly requestId: string;
  readonly now: number;
  readonly cost: Readonly<Cost>;
  readonly name: string;
  readonly endpoint: Endpoint;
  caller: string;
  /** When the caller's token was given. */
  issuedAt: number;
  /** The web sign-in the caller came by. */
  signIn?: string | undefined;
  input: unknown;
  call: Call<Endpoint> & { staff?: Staff; subject?: unknown };
}
