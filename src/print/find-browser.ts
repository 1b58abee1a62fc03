import { resolve } from 'node:path';
import { diagnostic, type Noticed } from '../diagnostics/diagnostic.js';
import type { BrowserChoice, BrowserSource } from './browser-choice.js';
import { puppeteerPrograms, systemPrograms } from './browser-places.js';
import { packageOf } from './system-libraries.js';
import { type Tried, tryProgram } from './try-program.js';
import { unpackFonts, unpackLibraries, unpackShell } from './unpack-shell.js';

/** A place where a browser may be, and what was found there. */
export interface Candidate {
  readonly source: BrowserSource;
  readonly path: string;
  readonly tried: Tried;
  /** See {@link BrowserChoice}. */
  readonly libraries: string | null;
  readonly fonts: string | null;
}

export interface FindOptions {
  /** What `--browser` says; a relative path counts from `cwd`. */
  readonly browser?: string | undefined;
  readonly cwd?: string | undefined;
}

/** What to run where there is no browser. */
const howToGetOne =
  'Run `npx puppeteer browsers install chrome-headless-shell`, or name a Chrome, Chromium or Edge with `--browser PATH`. `--product deck,present` needs none.';

/**
 * The browser to print with, or null and the reason. The first of these that runs:
 *
 * 1. `--browser`; it has to work, nothing takes its place
 * 2. `PUPPETEER_EXECUTABLE_PATH`; where it does not work, that is said
 * 3. the headless shell of the package that comes with Deckhand, on Linux x64
 * 4. what puppeteer installed
 * 5. what the system has
 */
export async function findBrowser(options: FindOptions = {}): Promise<Noticed<BrowserChoice | null>> {
  const passedOver: Candidate[] = [];
  for await (const candidate of candidates(options)) {
    if (candidate.tried.kind === 'runs') {
      const { source, path, libraries, fonts, tried } = candidate;
      const named = passedOver.filter((one) => one.source === 'environment');
      return {
        value: { source, path, libraries, fonts, version: tried.version },
        diagnostics: named.map((one) =>
          diagnostic(
            'browser/passed-over',
            null,
            `PUPPETEER_EXECUTABLE_PATH names \`${one.path}\`, which ${whatIsWrong(one.tried)} \`${path}\` prints instead.`,
            { hint: 'Mend the variable or take it away.' },
          ),
        ),
      };
    }
    if (candidate.source === 'option') {
      return {
        value: null,
        diagnostics: [
          diagnostic(
            'browser/not-usable',
            null,
            `The browser \`${options.browser}\` ${whatIsWrong(candidate.tried)}`,
            {
              hint:
                hintFor(candidate.tried) ??
                'Name another one, or leave `--browser` away; `deckhand doctor` shows what there is.',
            },
          ),
        ],
      };
    }
    passedOver.push(candidate);
  }

  const lacking = passedOver.find((one) => one.tried.kind === 'missing-library');
  if (lacking !== undefined) {
    const message = `The browser \`${lacking.path}\` ${whatIsWrong(lacking.tried)}`;
    const hint = hintFor(lacking.tried) ?? howToGetOne;
    return { value: null, diagnostics: [diagnostic('browser/missing-library', null, message, { hint })] };
  }
  const broken = passedOver.filter((one) => one.tried.kind === 'broken');
  const found = broken.map((one) => ` \`${one.path}\` ${whatIsWrong(one.tried)}`).join('');
  return {
    value: null,
    diagnostics: [
      diagnostic('browser/missing', null, `There is no browser to print PDFs with.${found}`, {
        hint: howToGetOne,
      }),
    ],
  };
}

/** Every place where a browser may be, best first, each tried when it is asked for. */
export async function* candidates(options: FindOptions = {}): AsyncGenerator<Candidate> {
  if (options.browser !== undefined) {
    yield await candidate('option', resolve(options.cwd ?? process.cwd(), options.browser));
  }
  const named = process.env.PUPPETEER_EXECUTABLE_PATH;
  if (named !== undefined && named !== '') yield await candidate('environment', named);
  const bundled = await bundledShell();
  if (bundled !== null) yield bundled;
  for (const path of await puppeteerPrograms()) yield await candidate('puppeteer', path);
  for (const path of systemPrograms()) yield await candidate('system', path);
}

async function candidate(source: BrowserSource, path: string): Promise<Candidate> {
  return { source, path, libraries: null, fonts: null, tried: await tryProgram(path, null) };
}

/** The shell from the package; with the libraries from the package only where the system lacks some. */
async function bundledShell(): Promise<Candidate | null> {
  let path: string | null = null;
  try {
    path = await unpackShell();
    if (path === null) return null;
    const [fonts, tried] = await Promise.all([unpackFonts(), tryProgram(path, null)]);
    const plain: Candidate = { source: 'bundled', path, libraries: null, fonts, tried };
    if (tried.kind !== 'missing-library') return plain;
    const libraries = await unpackLibraries();
    const helped = await tryProgram(path, libraries);
    return { ...plain, libraries, tried: helped };
  } catch (error) {
    const words = `It could not be unpacked: ${(error as Error).message}`;
    return {
      source: 'bundled',
      path: path ?? '@sparticuz/chromium',
      libraries: null,
      fonts: null,
      tried: { kind: 'broken', words },
    };
  }
}

/** The rest of a sentence that begins with a browser's name. */
export function whatIsWrong(tried: Tried): string {
  switch (tried.kind) {
    case 'runs':
      return 'runs.';
    case 'absent':
      return 'is not there.';
    case 'missing-library':
      return `cannot start, because the library \`${tried.library}\` is not installed.`;
    case 'broken':
      return `does not start: ${tried.words}`;
  }
}

function hintFor(tried: Tried): string | null {
  if (tried.kind !== 'missing-library') return null;
  const name = packageOf(tried.library);
  return name === null
    ? `Install the package that has \`${tried.library}\`.`
    : `On Debian and Ubuntu: \`apt-get install ${name}\`.`;
}
