// Builds src/ into the workbench's static files: ES modules that share chunks, style sheets, map shapes, a manifest
// {name: file with its hash} and the licences of every package that ends up in them.
// Usage: node build.mjs [OUT]
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quantize } from 'topojson-client';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import { licences } from './licences.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = resolve(process.argv[2] ?? join(HERE, '../src/sayso/workbench/static/built'));

const MODULES = ['page', 'map', 'chart', 'network', 'annotate', 'review-keys', 'jobs'];
const STYLES = ['map', 'chart', 'network', 'annotate'];
// {name: share of its points that is kept}: 1:110m is drawn at once, 1:50m when somebody looks closer
const SHAPES = { 'countries-110m': 1, 'countries-50m': 0.4 };
const GRID = 1e5; // positions a map's side is divided into: 400 m
// MapLibre is bundled from its sources, as its package ships them, so that the page and its worker share one chunk:
// a quarter less than the two files in its dist/
const MAPLIBRE = join(HERE, 'node_modules/maplibre-gl/src');
const WORKER = 'map-worker';

const SHARED = {
  absWorkingDir: HERE,
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  pure: ['console.log', 'console.debug'], // packages' own chatter
  legalComments: 'none', // they are in LICENSES.txt
  outdir: OUT,
  entryNames: '[name]-[hash]',
  chunkNames: 'part-[hash]',
  assetNames: '[name]-[hash]',
  target: ['es2022', 'chrome111', 'firefox113', 'safari16.4'],
  logLevel: 'warning',
};

/** `import assets from 'sayso:assets'`: {name: file} of what a module names by its address. */
function named(assets) {
  return {
    name: 'assets',
    setup(on) {
      on.onResolve({ filter: /^sayso:assets$/ }, ({ path }) => ({ path, namespace: 'assets' }));
      on.onLoad({ filter: /.*/, namespace: 'assets' }, () => ({ contents: JSON.stringify(assets), loader: 'json' }));
    },
  };
}

function modules(assets) {
  return build({
    ...SHARED,
    format: 'esm',
    splitting: true,
    entryPoints: [
      ...MODULES.map((name) => ({ in: `src/${name}.js`, out: name })),
      { in: join(MAPLIBRE, 'source/worker.ts'), out: WORKER },
    ],
    tsconfigRaw: { compilerOptions: { useDefineForClassFields: false } }, // as MapLibre compiles itself
    alias: { 'maplibre-gl': join(MAPLIBRE, 'index.ts') },
    plugins: [named(assets)],
  });
}

/** {entry's name: file} of one build. */
function entries(result) {
  const found = {};
  for (const [path, output] of Object.entries(result.metafile.outputs)) {
    if (output.entryPoint) found[basename(path).replace(/-[A-Z0-9]{8}(\.\w+)$/, '$1')] = basename(path);
  }
  return found;
}

/** The countries of one scale of Natural Earth, borders kept together, with the less important points left out. */
async function shape([name, share]) {
  const topology = JSON.parse(await readFile(join(HERE, `node_modules/world-atlas/${name}.json`), 'utf8'));
  delete topology.objects.land;
  const weighed = presimplify(topology);
  const contents = JSON.stringify(quantize(simplify(weighed, quantile(weighed, share)), GRID));
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8).toUpperCase();
  return { name: `${name}.json`, file: `${name}-${hash}.json`, contents };
}

const styles = await build({
  ...SHARED,
  entryPoints: STYLES.map((name) => ({ in: `src/${name}.css`, out: name })),
  loader: { '.svg': 'dataurl' },
});
const shapes = await Promise.all(Object.entries(SHAPES).map(shape));
const assets = { ...entries(styles), ...Object.fromEntries(shapes.map(({ name, file }) => [name, file])) };

// twice: the map's module names its worker by the file's hash, which is known after the first time
const first = entries(await modules({ ...assets, [`${WORKER}.js`]: '' }));
assets[`${WORKER}.js`] = first[`${WORKER}.js`];
const scripts = await modules(assets);
const manifest = { ...assets, ...entries(scripts) };
if (manifest[`${WORKER}.js`] !== assets[`${WORKER}.js`]) throw new Error('the name of the worker changed between two builds');

const inputs = [styles, scripts].flatMap(({ metafile }) => Object.keys(metafile.inputs));
const texts = await licences(HERE, [...inputs, 'node_modules/world-atlas/countries-110m.json']);
await rm(OUT, { recursive: true, force: true });
await mkdir(OUT, { recursive: true });
await Promise.all([
  ...[styles, scripts].flatMap(({ outputFiles }) => outputFiles.map(({ path, contents }) => writeFile(path, contents))),
  ...shapes.map(({ file, contents }) => writeFile(join(OUT, file), contents)),
  writeFile(join(OUT, 'LICENSES.txt'), texts),
  writeFile(join(OUT, 'manifest.json'), `${JSON.stringify(manifest, Object.keys(manifest).sort(), 2)}\n`),
]);
