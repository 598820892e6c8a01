import core from '@stoplight/spectral-core';
import owasp from '@stoplight/spectral-owasp-ruleset';

/** OWASP's rules for API documents, as Spectral has them, and where they do not fit us. */

const off = {
  // Our limits are an account's few a day; how much is left of one is shown nowhere, so that nobody can use
  // it up on purpose. When to come back is said with the refusal: Retry-After.
  'owasp:api4:2023-rate-limit': 'off',
} as const;

/** Endpoints that ask nobody who they are, each for its reason. */
const open = {
  '/health': 'Asked by what watches over the service, which is nobody.',
  '/openapi.json': 'Says how to ask, and nothing of anybody.',
  '/logins': 'Gives the token that all others want.',
  '/binding-codes':
    'Asked with what WeChat says of the phone, which may have no token to get: its account is frozen.',
  '/binding-codes/checks': 'Asked by the same phone, about the code it was given.',
  '/pairings': 'Asked by a page before anybody is signed in there; a phone that is decides.',
  '/pairings/login': 'Gives a page its token, for the secret that it alone has.',
  '/sign-ins/renewal': 'Gives a page its next token, for a secret that is good once.',
};
const forOthers = [
  'owasp:api2:2023-read-restricted',
  'owasp:api2:2023-write-restricted',
  'owasp:api8:2023-define-error-responses-401',
];

const spectral = new core.Spectral();
spectral.setRuleset({ extends: [[owasp, 'all']], rules: off });

/** What a document does against the rules: rule, place, sentence. */
export async function findings(document: object): Promise<string[]> {
  const found = await spectral.run(document as Record<string, unknown>);
  return found
    .filter(({ code, path }) => !(String(path[1]) in open && forOthers.includes(String(code))))
    .map(({ code, path, message }) => `${code} ${path.join('.')} ${message}`);
}
