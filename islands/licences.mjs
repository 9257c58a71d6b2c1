// The licences of the packages whose files were bundled.
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

const TEXT = /^(licen[cs]e|copying|notice)(\.|-|$)/i;

/** The folder of the package that a file belongs to, from `root`; null for a file of ours. */
function packageOf(root, input) {
  let end = input.length;
  while ((end = input.lastIndexOf('node_modules/', end - 1)) >= 0) {
    const name = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input.slice(end));
    const folder = input.slice(0, end) + name[0];
    // packages that were bundled into another one stand inside it by name only
    if (existsSync(join(root, folder, 'package.json'))) return folder;
  }
  return null;
}

async function entry(folder) {
  const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const texts = (await readdir(folder)).filter((name) => TEXT.test(name)).sort();
  const author = typeof about.author === 'string' ? about.author : about.author?.name;
  const repository = typeof about.repository === 'string' ? about.repository : about.repository?.url;
  const home = about.homepage ?? repository ?? '';
  const head = [`${about.name} ${about.version}`, about.license, author && `by ${author}`, home].filter(Boolean).join(', ');
  const body = await Promise.all(texts.map((name) => readFile(join(folder, name), 'utf8')));
  return `${head}\n\n${body.map((text) => text.trim()).join('\n\n')}`.trim();
}

/** One text: for each package its name, version, licence, author, home, and the licence's text where it ships one. */
export async function licences(root, inputs) {
  const folders = [...new Set(inputs.map((input) => packageOf(root, input)).filter(Boolean))].sort();
  const parts = await Promise.all(folders.map((folder) => entry(join(root, folder))));
  const rule = `\n\n${'-'.repeat(80)}\n\n`;
  return `These packages, or parts of them, are in the files beside this one.${rule}${parts.join(rule)}\n`;
}
