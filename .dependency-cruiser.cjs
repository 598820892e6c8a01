const { contracts } = require('./shared/contracts.ts');

// A handler has its endpoint's name, in its feature's folder or one below it.
const endpoints = Object.values(contracts).flatMap(Object.keys);
const handler = `^functions/.+/(${endpoints.join('|')})\\.ts$`;
const test = '\\.test\\.tsx?$';
const page = '^miniapp/src/([^/]+)/';

/** Which way imports may go: shared → functions and miniapp → dev and proof, never sideways, never back. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-is-the-bottom',
      comment: 'The rules run in WeChat, in a browser and in Lambda: they import valibot and themselves.',
      severity: 'error',
      from: { path: '^shared/', pathNot: test },
      to: { pathNot: ['^shared/', '^node_modules/valibot/'] },
    },
    {
      name: 'tests-of-shared-need-no-system',
      severity: 'error',
      from: { path: `^shared/.*${test}` },
      to: { pathNot: ['^shared/', '^node_modules/(valibot|vitest|fast-check)/'] },
    },
    {
      name: 'functions-and-miniapp-never-meet',
      comment: 'They meet in shared, by contract. A screen test renders over the real handlers.',
      severity: 'error',
      from: { path: '^(functions|miniapp)/', pathNot: test },
      to: { path: '^(functions|miniapp)/', pathNot: '^$1/' },
    },
    {
      name: 'shared-by-its-package-name',
      severity: 'error',
      from: { path: '^(functions|miniapp|dev|proof)/' },
      to: { path: '^shared/', dependencyTypesNot: ['aliased'] },
    },
    {
      name: 'no-handler-imports-a-handler',
      comment: 'What two handlers share is a rule (shared) or a store.',
      severity: 'error',
      from: { path: handler },
      to: { path: handler },
    },
    {
      name: 'no-feature-of-the-functions-imports-another',
      severity: 'error',
      from: { path: '^functions/([^/]+)/', pathNot: test },
      to: { path: '^functions/[^/]+/', pathNot: ['^functions/booking/', '^functions/$1/'] },
    },
    {
      name: 'no-page-imports-another-feature',
      comment:
        'What two features share is in ui/, api/, web/, desk/ or beside app.tsx; home stands above the features.',
      severity: 'error',
      from: { path: page, pathNot: ['^miniapp/src/(ui|api|demo|web|desk|home)/', test] },
      to: { path: page, pathNot: ['^miniapp/src/(ui|api|demo|web|desk)/', '^miniapp/src/$1/'] },
    },
    {
      name: 'the-product-does-not-know-its-workshop',
      comment: 'dev and proof run the product; only tests may look there.',
      severity: 'error',
      from: { path: '^(shared|functions|miniapp)/', pathNot: [test, '^miniapp/test/'] },
      to: { path: '^(dev|proof)/' },
    },
    {
      name: 'production-code-needs-production-packages',
      severity: 'error',
      from: { path: '^(shared|functions|miniapp/src)/', pathNot: test },
      to: { path: '^node_modules/', dependencyTypesNot: ['npm'] },
    },
    {
      name: 'every-import-is-there',
      comment: 'aws-lambda has types only.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^aws-lambda$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^miniapp/dist/' },
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
