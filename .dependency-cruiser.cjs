// The walls of the house (docs/decisions/0001-house.md): a verb is a stage, a noun is shared;
// stages import nouns, never another stage; only serve/ knows them all.
const STAGES = 'track|collect|identify|record|report|build-whitelist|privacy|dashboard';
const NOUNS = 'visitor|whitelist|company|store|contracts|settings';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'stage-imports-no-stage',
      severity: 'error',
      from: { path: `^src/(${STAGES})/` },
      to: { path: `^src/(${STAGES}|serve)/`, pathNot: '^src/$1/' },
    },
    {
      name: 'noun-imports-no-verb',
      severity: 'error',
      from: { path: `^src/(${NOUNS})/` },
      to: { path: `^src/(${STAGES}|serve)/` },
    },
    {
      name: 'contracts-import-nothing',
      severity: 'error',
      from: { path: '^src/contracts/' },
      to: { path: '^src/', pathNot: '^src/contracts/' },
    },
    {
      name: 'browser-rooms-touch-no-server',
      comment: 'the tracker and the dashboard run in a browser',
      severity: 'error',
      from: { path: '^src/(track|dashboard)/', pathNot: '\\.(test\\.ts|config\\.js)$' },
      to: {
        path: '^src/(visitor|whitelist|company|store|settings|collect|identify|record|report|build-whitelist|serve)/',
      },
    },
    {
      name: 'browser-rooms-touch-no-node',
      severity: 'error',
      from: { path: '^src/(track|dashboard)/', pathNot: '\\.(test\\.ts|config\\.js)$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-touches-no-browser-room',
      severity: 'error',
      from: { path: '^src/(?!track|dashboard)', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/(track|dashboard)/' },
    },
    {
      name: 'address-holder-is-lent-to-identify-alone',
      comment:
        'VisitorAddress is born and forgotten in identify/; serve/ may take the secret of visit keys (docs/life-of-a-hit.md)',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(visitor|identify)/' },
      to: { path: '^src/visitor/', pathNot: '^src/visitor/visit-key\\.ts$' },
    },
    {
      name: 'duckdb-stays-in-its-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/duckdb/' },
      to: { path: 'node_modules/@duckdb/' },
    },
    {
      name: 'sqlite-stays-in-its-store',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/sqlite/' },
      to: { path: 'node_modules/libsql' },
    },
    {
      name: 'not-to-dev-dependency',
      severity: 'error',
      from: { path: '^src/(?!dashboard|track)', pathNot: '\\.(test|test-d)\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
