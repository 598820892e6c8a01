import { api } from '../../api.ts';
import { learn, type Standing } from '../standing.ts';
import { type Awaited, useAwaited } from './useAwaited.ts';

async function ownStanding(): Promise<Standing> {
  const { person } = await api.login();
  const standing = await api.getMyApplication();
  learn(person.id, standing.status);
  return standing;
}

/** Waits for the decision on one's own application. */
export const useDecision = (): Awaited<Standing> =>
  useAwaited(ownStanding, ({ status }) => status !== 'submitted');
