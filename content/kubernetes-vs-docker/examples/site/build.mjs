// Stands in for Deckhand where there is no network: headings and paragraphs of pages/*.md become pages of a site.
// node build.mjs out
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';

const out = process.argv[2] ?? 'out';
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function page(markdown) {
  const blocks = markdown.trim().split(/\n\s*\n/);
  const title = escaped(blocks[0].replace(/^# /, ''));
  const body = blocks.slice(1).map((block) => `<p>${escaped(block)}</p>`);
  return `<!doctype html>\n<meta charset="utf-8">\n<title>${title}</title>\n<h1>${title}</h1>\n${body.join('\n')}\n`;
}

mkdirSync(out, { recursive: true });
for (const file of readdirSync('pages').sort()) {
  const html = page(readFileSync(`pages/${file}`, 'utf8'));
  const name = `${basename(file, '.md')}.html`;
  writeFileSync(`${out}/${name}`, html);
  console.log(`${out}/${name}  ${html.length} bytes`);
}
