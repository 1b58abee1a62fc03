/** What is measured against what. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { missingHtml, missingPdf } from './products.mjs';
import { isRoot } from './tools.mjs';

/** Prints pages with nothing but the browser. */
export const barePrint = fileURLToPath(new URL('bare-print.mjs', import.meta.url));

/**
 * @typedef {object} Comparison
 * @property {string} name what `--only` takes
 * @property {string} title
 * @property {number} slides 0 where no deck is built
 * @property {number} rounds timed runs of each contender
 * @property {number} quickRounds the same with `--quick`; 0 leaves it out
 * @property {import('./measure.mjs').Contender[]} contenders
 */

/**
 * @typedef {object} Tools `null` for what is missing
 * @property {import('./tools.mjs').Tool | null} deckhand
 * @property {import('./tools.mjs').Tool | null} marp
 * @property {import('./tools.mjs').Tool | null} pandoc
 * @property {string | null} browser path of the browser all of them print with
 */

/** The call of a tool in the folder of its own deck. */
export function call(tool, folder, args, env) {
  return (out) => ({ command: tool.command, args: [...tool.args, ...args(out)], cwd: folder, env });
}

function deckhandBuild(tool, folder, slides, products) {
  const check = async (out) =>
    (await missingHtml(out, slides)) ?? (products.includes('slides') ? missingPdf(out, slides) : null);
  return {
    name: tool.name,
    call: call(tool, folder, (out) => ['build', 'deck.md', '--product', products, '-o', out]),
    check,
  };
}

function pandocHtml(tool, folder, slides) {
  const args = (out) => ['-s', '-t', 'revealjs', 'deck.md', '-o', path.join(out, 'index.html')];
  return { name: tool.name, call: call(tool, folder, args), check: (out) => missingHtml(out, slides) };
}

function marpHtml(tool, folder, slides) {
  const args = (out) => ['--no-stdin', 'deck.md', '-o', path.join(out, 'index.html')];
  return { name: tool.name, call: call(tool, folder, args), check: (out) => missingHtml(out, slides) };
}

function marpPdf(tool, folder, slides, browser) {
  const args = (out) => [
    '--no-stdin',
    '--pdf',
    '--browser',
    'chrome',
    '--browser-path',
    browser,
    'deck.md',
    '-o',
    path.join(out, 'slides.pdf'),
  ];
  const env = isRoot ? { CHROME_NO_SANDBOX: '1' } : undefined;
  return {
    name: `${tool.name} --pdf`,
    call: call(tool, folder, args, env),
    check: (out) => missingPdf(out, slides),
  };
}

/** @param {string} page the static page Deckhand prints, written to disk with all it refers to */
function bare(browser, page, slides) {
  return {
    name: 'launch and bare print',
    call: (out) => ({
      command: process.execPath,
      args: [barePrint, browser, page, path.join(out, 'slides.pdf')],
    }),
    check: (out) => missingPdf(out, slides),
  };
}

const nothingToCheck = async () => null;

function help(tools) {
  const node = {
    name: 'node -e 0',
    call: () => ({ command: process.execPath, args: ['-e', '0'] }),
    check: nothingToCheck,
  };
  const { deckhand } = tools;
  if (!deckhand) return [node];
  return [{ name: deckhand.name, call: call(deckhand, '.', () => ['--help']), check: nothingToCheck }, node];
}

/**
 * @param {Tools} tools
 * @param {(slides: number, dialect: string) => string} folderOf the folder of a deck of so many slides
 * @param {(slides: number) => string | null} paperPageOf the page that is printed for `slides.pdf`
 * @returns {Comparison[]}
 */
export function comparisons(tools, folderOf, paperPageOf) {
  const { deckhand, marp, pandoc, browser } = tools;
  const html = (slides) =>
    [
      deckhand && deckhandBuild(deckhand, folderOf(slides, 'deckhand'), slides, 'deck'),
      pandoc && pandocHtml(pandoc, folderOf(slides, 'pandoc'), slides),
      marp && marpHtml(marp, folderOf(slides, 'marp'), slides),
    ].filter((contender) => contender !== null);
  const pdf = (slides) => {
    const page = paperPageOf(slides);
    return [
      deckhand && deckhandBuild(deckhand, folderOf(slides, 'deckhand'), slides, 'deck,slides'),
      marp && browser && marpPdf(marp, folderOf(slides, 'marp'), slides, browser),
      browser && page && bare(browser, page, slides),
    ].filter(Boolean);
  };
  return [
    {
      name: 'help',
      title: '`deckhand --help`',
      slides: 0,
      rounds: 15,
      quickRounds: 5,
      contenders: help(tools),
    },
    {
      name: 'html-10',
      title: '10 slides to HTML',
      slides: 10,
      rounds: 9,
      quickRounds: 3,
      contenders: html(10),
    },
    {
      name: 'html-100',
      title: '100 slides to HTML',
      slides: 100,
      rounds: 9,
      quickRounds: 3,
      contenders: html(100),
    },
    {
      name: 'html-1000',
      title: '1,000 slides to HTML',
      slides: 1000,
      rounds: 5,
      quickRounds: 0,
      contenders: html(1000),
    },
    {
      name: 'pdf-10',
      title: '10 slides to HTML and PDF',
      slides: 10,
      rounds: 5,
      quickRounds: 3,
      contenders: pdf(10),
    },
    {
      name: 'pdf-100',
      title: '100 slides to HTML and PDF',
      slides: 100,
      rounds: 5,
      quickRounds: 3,
      contenders: pdf(100),
    },
    {
      name: 'pdf-1000',
      title: '1,000 slides to HTML and PDF',
      slides: 1000,
      rounds: 3,
      quickRounds: 0,
      contenders: pdf(1000),
    },
  ];
}
