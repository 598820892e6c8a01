import { orgs } from '@niangjia/shared/cast';
import type { Endpoint } from '@niangjia/shared/contract';
import { Role } from '@niangjia/shared/roles';
import { type EndpointName, endpoints } from '../../dev/api.ts';
import { appoint } from '../../functions/staff.ts';
import { signToken } from '../../functions/tokens.ts';
import { subjects } from '../access/subjects.ts';
import { openedSession, staffActor, worker } from '../world.ts';

/** A valid request to an endpoint, and the token of somebody who may send it. */
export interface Example {
  readonly name: EndpointName;
  readonly endpoint: Endpoint;
  readonly input: Readonly<Record<string, unknown>>;
  readonly token: string;
}

/** One example for every endpoint, about people and cases that are made for it. */
export async function examples(): Promise<Example[]> {
  const reviewer = await staffActor('limin');
  const about = await subjects(reviewer, await openedSession(reviewer));
  const { id: staff } = await worker(900);
  await appoint(staff, '钱总', { ...orgs.xinjiekouJoint, path: '/1/1/' }, Role.options, '会议决议');
  const made = Object.entries(endpoints).map(async ([each, endpoint]) => {
    const name = each as EndpointName;
    const [subject] = about[name];
    const { token } = await signToken('session', subject?.owner?.id ?? staff, Date.now());
    return { name, endpoint, input: subject?.input as Example['input'], token };
  });
  return Promise.all(made);
}
