import { fromEnv } from '@aws-sdk/credential-provider-env';

/** Stands in for the SDK's chain of credential providers in every bundle: keys come from the environment. */
export const defaultProvider = () => fromEnv();
