import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { absent, ConditionFailed, getItem, keyTableName, putItem } from './table.ts';

// Without it a short text would be taken with a short tag, which is easier to forge.
const TAG = { authTagLength: 16 };

/** AES-256-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag. `context` must be the same to open. */
export function seal(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, TAG).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made; throws when the key, the context or a byte differs. */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), TAG)
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

const ROOT = 'root secrets';

/** Wraps the root secrets under the master key: a KMS key in the cloud, a key file in development. */
async function wrapRoot(plain: Uint8Array): Promise<Uint8Array> {
  const file = process.env.LOCAL_KEY_FILE;
  if (file) return seal(await readFile(file), plain, ROOT);
  const { CiphertextBlob } = await new KMSClient({}).send(
    new EncryptCommand({ KeyId: process.env.KMS_KEY_ID, Plaintext: plain, EncryptionContext: { for: ROOT } }),
  );
  if (!CiphertextBlob) throw new Error('KMS returned no ciphertext');
  return CiphertextBlob;
}

async function unwrapRoot(wrapped: Uint8Array): Promise<Uint8Array> {
  const file = process.env.LOCAL_KEY_FILE;
  if (file) return unseal(await readFile(file), wrapped, ROOT);
  const { Plaintext } = await new KMSClient({}).send(
    new DecryptCommand({
      KeyId: process.env.KMS_KEY_ID,
      CiphertextBlob: wrapped,
      EncryptionContext: { for: ROOT },
    }),
  );
  if (!Plaintext) throw new Error('KMS returned no plaintext');
  return Plaintext;
}

/** The service's secrets, 32 bytes each. The look-up key is apart because it can't be rotated freely. */
export interface Secrets {
  /** Wraps people's data keys. */
  readonly wrapping: Uint8Array;
  /** Hashes ID numbers and openids for look-up. */
  readonly lookUp: Uint8Array;
  /** Signs tokens. */
  readonly signing: Uint8Array;
  /** Seals what the service hands out and takes back (visits, cursors) and what staff see masked. */
  readonly service: Uint8Array;
}

async function loadOrMake(): Promise<Secrets> {
  const key = { pk: 'ROOT' };
  const stored = (await getItem(key, { table: keyTableName() })) ?? (await makeRoot());
  const root = await unwrapRoot(stored.wrapped as Uint8Array);
  const derive = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', root.subarray(0, 32), '', purpose, 32));
  return {
    wrapping: derive('wrapping'),
    signing: derive('signing'),
    service: derive('service'),
    lookUp: root.subarray(32, 64),
  };
}

async function makeRoot() {
  const item = { pk: 'ROOT', wrapped: await wrapRoot(randomBytes(64)) };
  try {
    await putItem(item, absent, keyTableName());
    return item;
  } catch (error) {
    // Two first starts at once: the earlier one's secrets are everybody's.
    if (error instanceof ConditionFailed && error.item) return error.item;
    throw error;
  }
}

let loading: { table: string; secrets: Promise<Secrets> } | undefined;

/** The secrets, loaded once for each running function. */
export function secrets(): Promise<Secrets> {
  const table = keyTableName();
  if (loading?.table !== table) {
    loading = { table, secrets: loadOrMake() };
    loading.secrets.catch(() => {
      loading = undefined;
    });
  }
  return loading.secrets;
}

type Kind =
  | 'idNumber'
  | 'openid'
  | 'request'
  | 'person'
  | 'bindingCode'
  | 'pairing'
  | 'webSignIn'
  | 'lot'
  | 'photo'
  | 'clubMember';

/** 16 bytes that only the holder of the look-up key can work out from a value. */
export async function lookUpBytes(kind: Kind, value: string): Promise<Buffer> {
  const { lookUp } = await secrets();
  return createHmac('sha256', lookUp).update(`${kind}\n${value}`).digest().subarray(0, 16);
}

/** A keyed hash for look-ups, 128 bits as base64url; without the key nothing can be learned from it. */
export const lookUpHash = async (kind: Kind, value: string): Promise<string> =>
  (await lookUpBytes(kind, value)).toString('base64url');

/** A number in [0, 1), always the same for the same text; without the key nobody can foresee it. */
export const lotOf = async (value: string): Promise<number> =>
  (await lookUpBytes('lot', value)).readUIntBE(0, 6) / 2 ** 48;

/** Seals a value of the service's own for `purpose`; `holder` binds it to one person. */
export async function sealValue(purpose: string, value: unknown, holder = ''): Promise<Uint8Array> {
  const { service } = await secrets();
  return seal(service, Buffer.from(JSON.stringify(value)), `${purpose}\n${holder}`);
}

/** Opens what `sealValue` made; undefined when it is not ours, for another purpose or another holder. */
export async function unsealValue(purpose: string, sealed: Uint8Array, holder = ''): Promise<unknown> {
  const { service } = await secrets();
  try {
    return JSON.parse(Buffer.from(unseal(service, sealed, `${purpose}\n${holder}`)).toString());
  } catch {
    return undefined;
  }
}

/** A new id: 128 random bits, base64url, 22 characters. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** SHA-256 as base64url: what somebody may show of a secret they keep, to prove later that they had it. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
