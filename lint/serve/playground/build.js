// Bundles the page: dist/playground.js, and dist/licenses.txt with the licences of the packages that
// are in it.
import { build } from 'esbuild';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const { metafile } = await build({
  entryPoints: ['main.js'],
  outfile: 'dist/playground.js',
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  // So that the paths of packages begin with node_modules, also where that is a link.
  preserveSymlinks: true,
  metafile: true,
});

const inputs = Object.keys(metafile.outputs['dist/playground.js'].inputs);
const folders = inputs.map((input) => /^node_modules\/(@[^/]+\/)?[^/]+/.exec(input)?.[0]);
let text = 'playground.js holds these packages, besides wikivet itself (MIT).\n';
for (const folder of [...new Set(folders.filter(Boolean))].sort()) {
  const { name, version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${folder} has no licence`);
  const licence = await readFile(path.join(folder, file), 'utf8');
  text += `\n${'='.repeat(80)}\n${name} ${version}\n\n${licence.trim()}\n`;
}
await writeFile('dist/licenses.txt', text);
