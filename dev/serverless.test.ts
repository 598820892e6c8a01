import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { contracts } from '@niangjia/shared/contracts';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './root.ts';

const { functions } = parse(readFileSync(join(root, 'serverless.yml'), 'utf8'), { logLevel: 'silent' });

describe('routes', () => {
  const routed = (name: string): string[] =>
    functions[name].events.flatMap((event: { httpApi?: string }) => event.httpApi ?? []);

  it.each(Object.entries(contracts))(
    'of %s are its declared endpoints, no more and no fewer',
    (name, contract) => {
      const declared = Object.values(contract).map(({ route }) => route);
      expect(routed(name).toSorted()).toEqual(declared.toSorted());
    },
  );

  it('lead to no function without a contract', () => {
    const withRoutes = Object.keys(functions).filter((name) => routed(name).length > 0);
    expect(withRoutes.toSorted()).toEqual(Object.keys(contracts).toSorted());
  });
});

interface Template {
  Resources: Record<string, { Type: string; Properties: Record<string, unknown> }>;
}

/** Packages a stage as on a machine that has no account, and gives the CloudFormation template. */
async function packaged(stage: string, more: NodeJS.ProcessEnv = {}): Promise<Template> {
  const directory = mkdtempSync(join(tmpdir(), 'niangjia-package-'));
  const env = { PATH: process.env.PATH, HOME: directory, BUNDLES: `test-${stage}`, ...more };
  const command = [
    join(root, 'node_modules/.bin/serverless'),
    'package',
    '--stage',
    stage,
    '--package',
    directory,
  ];
  try {
    await promisify(execFile)(process.execPath, command, { cwd: root, env });
    for (const name of Object.keys(functions))
      expect(statSync(join(directory, `${name}.zip`)).size).toBeGreaterThan(1000);
    return JSON.parse(readFileSync(join(directory, 'cloudformation-template-update-stack.json'), 'utf8'));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const resources = ({ Resources }: Template, type: string) =>
  Object.values(Resources)
    .filter(({ Type }) => Type === type)
    .map(({ Properties }) => Properties);

describe('serverless package', { timeout: 120_000 }, () => {
  it('works for the local stage', async () => {
    expect(resources(await packaged('local'), 'AWS::Lambda::Function')).toHaveLength(
      Object.keys(functions).length,
    );
  });

  it('makes a deployed stage that can only talk to WeChat itself and to its own key', async () => {
    const template = await packaged('prod', {
      WECHAT_URL: 'http://127.0.0.1:3100',
      DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000',
      LOCAL_KEY_FILE: 'key',
    });
    const lambdas = resources(template, 'AWS::Lambda::Function');
    expect(lambdas).toHaveLength(Object.keys(functions).length);
    for (const { Environment } of lambdas) {
      const { Variables } = Environment as { Variables: Record<string, unknown> };
      expect(Variables).toMatchObject({ STAGE: 'prod', WECHAT_URL: 'https://api.weixin.qq.com' });
      expect(Variables).toHaveProperty('KMS_KEY_ID');
      expect(Variables).not.toHaveProperty('LOCAL_KEY_FILE');
      expect(Variables).not.toHaveProperty('DYNAMODB_ENDPOINT');
      // The bucket of this deployment.
      expect(Variables.PHOTO_BUCKET_URL).toEqual({ 'Fn::Sub': expect.stringContaining('PhotoBucket') });
      expect(Variables.PHOTO_URL).toEqual(Variables.PHOTO_BUCKET_URL);
    }
    const tables = resources(template, 'AWS::DynamoDB::Table').map(({ TableName }) => TableName);
    expect(tables).toEqual(['niangjia-prod', 'niangjia-prod-keys']);
    expect(Object.keys(template.Resources).length).toBeLessThan(500);
    // The two roles for photos reach the bucket, and what has not been added is gone after a day.
    const roles = Object.entries(template.Resources).filter(([, { Type }]) => Type === 'AWS::IAM::Role');
    const reaching = roles.filter(([, role]) => JSON.stringify(role).includes('s3:'));
    expect(reaching.map(([name]) => name)).toEqual(['VenuePhotosRole', 'ClubPhotosRole']);
    expect(template.Resources.PhotoBucket?.Properties.LifecycleConfiguration).toMatchObject({
      Rules: [{ Status: 'Enabled', Prefix: 'incoming/', ExpirationInDays: 1 }],
    });
    const open = resources(template, 'AWS::S3::BucketPolicy').flatMap(({ PolicyDocument }) =>
      (PolicyDocument as { Statement: { Effect: string }[] }).Statement.filter(
        ({ Effect }) => Effect === 'Allow',
      ),
    );
    expect(open).toEqual([
      expect.objectContaining({
        Action: 's3:GetObject',
        Resource: { 'Fn::Sub': expect.stringMatching(/Arn}\/photos\/\*$/) },
      }),
    ]);
  });
});
