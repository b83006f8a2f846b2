// Writes the node reference of README.md from src/node-types.json and nodes.json (what a node is and
// an example of it). `node scripts/node-reference.js --check` fails if the README is not up to date.
const fs = require('fs');
const path = require('path');

const root = path.join(__dirname, '..');
const read = name => fs.readFileSync(path.join(root, name), 'utf8');
const notes = JSON.parse(read('nodes.json'));
const types = new Map(JSON.parse(read('src/node-types.json'))
  .filter(type => type.named).map(type => [type.type, type]));

for (const name of types.keys())
  if (!notes[name]) throw new Error(`nodes.json says nothing of ${name}`);
for (const name of Object.keys(notes))
  if (!types.has(name)) throw new Error(`nodes.json: there is no node ${name}`);

const escape = text => text.replaceAll('|', '\\|');
const code = text => '`' + escape(text.replaceAll('\n', '⏎')) + '`';

/** `name: template_name`, a question mark where a field may be missing, a star for several. */
function field([name, {required, multiple, types}]) {
  const kinds = types.filter(type => type.named).map(type => type.type);
  const many = multiple ? (required ? '+' : '*') : required ? '' : '?';
  return `\`${name}${many}\`: ${kinds.length > 3 ? 'an option' : kinds.join(' or ')}`;
}

const rows = Object.entries(notes).map(([name, {what, example}]) => {
  const fields = Object.entries(types.get(name).fields ?? {}).map(field).join(', ');
  return `| \`${name}\` | ${escape(what)} | ${fields} | ${code(example)} |`;
});
const table = ['| node | what it is | fields | example (⏎ is a line break) |', '|---|---|---|---|', ...rows].join('\n');

const readme = read('README.md');
const updated = readme.replace(/(<!-- nodes: .* -->\n)[^]*(<!-- \/nodes -->)/, (_, open, close) => `${open}${table}\n${close}`);
if (process.argv[2] === '--check') {
  if (readme !== updated) {
    console.error('grammar/README.md: the node reference is old: run node grammar/scripts/node-reference.js');
    process.exit(1);
  }
} else {
  fs.writeFileSync(path.join(root, 'README.md'), updated);
}
