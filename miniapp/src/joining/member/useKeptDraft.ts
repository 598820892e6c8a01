import { api } from '../../api.ts';
import { useAnswer } from '../../useAnswer.ts';
import { draftOf, hasBegun } from '../draft.ts';

/** Whether what the person filled in is still on this phone; undefined until it is known who they are. */
export const useKeptDraft = (): boolean | undefined =>
  useAnswer(async () => hasBegun(draftOf((await api.login()).person.id)), 'kept').answer;
