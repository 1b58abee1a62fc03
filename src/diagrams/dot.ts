import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Engine } from './draw-diagrams.js';
import { inks } from './inks.js';
import { failed, type Remark, type Result } from './result.js';

/** Seconds that Graphviz may take for one diagram: those on slides take a tenth of one. */
const limit = 10;

/** What a graph looks like whose author says nothing of looks; sizes are pixels of a slide of 1280 by 720. */
const looks = {
  graphAttributes: {
    bgcolor: 'transparent',
    fontname: 'Arial',
    fontsize: 24,
    fontcolor: inks.text,
    color: inks.muted,
    penwidth: 2,
    pad: 0.04,
    nodesep: 0.45,
    ranksep: 0.75,
  },
  nodeAttributes: {
    shape: 'box',
    fontname: 'Arial',
    fontsize: 26,
    fontcolor: inks.text,
    color: inks.text,
    fillcolor: inks.wash,
    penwidth: 3,
    margin: '0.3,0.16',
  },
  edgeAttributes: {
    fontname: 'Arial',
    fontsize: 22,
    fontcolor: inks.muted,
    color: inks.text,
    penwidth: 3,
    arrowsize: 1.1,
  },
};

/** In a thread of its own, since what computes for hours can only be ended from outside. It has no disk: `image=` finds nothing. */
const thread = `
const { parentPort, workerData } = require('node:worker_threads');
import(workerData.viz).then(async ({ instance }) => {
  const viz = await instance();
  parentPort.postMessage('ready');
  parentPort.on('message', (source) => {
    try {
      parentPort.postMessage(viz.render(source, { format: 'svg', ...workerData.looks }));
    } catch (error) {
      parentPort.postMessage({ status: 'failure', errors: [{ level: 'error', message: String(error) }] });
    }
  });
});
`;

interface Rendered {
  readonly status: 'success' | 'failure';
  readonly output?: string;
  readonly errors: readonly { readonly level?: string; readonly message: string }[];
}

/** Draws graphs in the language of Graphviz. */
export function dotEngine(seconds: number = limit): Engine {
  const { module, version } = graphviz();
  let worker: Worker | null = null;

  function start(): Worker {
    return new Worker(thread, { eval: true, workerData: { viz: module, looks } });
  }

  async function end(): Promise<void> {
    const ended = worker;
    worker = null;
    await ended?.terminate();
  }

  /** Null where it took too long; that the thread has to start does not count. */
  async function run(source: string): Promise<Rendered | null> {
    const used = worker ?? start();
    if (worker === null) await answerOf<'ready'>(used);
    worker = used;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), seconds * 1000);
    });
    used.postMessage(source);
    try {
      return await Promise.race([answerOf<Rendered>(used), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function draw(source: string): Promise<Result> {
    const rendered = await run(source);
    if (rendered !== null) return resultOf(source, rendered);
    await end();
    return failed({
      code: 'diagram/too-slow',
      line: null,
      message: `Graphviz did not finish this diagram within ${seconds} seconds.`,
      hint: 'Draw fewer nodes and edges, or several diagrams.',
    });
  }

  return {
    identity: async () => JSON.stringify([`viz ${version}`, looks]),
    async draw(sources) {
      const results: Result[] = [];
      try {
        for (const source of sources) results.push(await draw(source));
      } finally {
        await end();
      }
      return results;
    },
  };
}

/** What a thread says next. */
async function answerOf<T>(worker: Worker): Promise<T> {
  const [answer] = (await once(worker, 'message')) as [T];
  return answer;
}

/** The package with Graphviz: read as a file where it is needed, since it is larger than all of Deckhand. */
function graphviz(): { readonly module: string; readonly version: string } {
  const folder = dirname(createRequire(import.meta.url).resolve('@viz-js/viz'));
  const { version } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8')) as {
    version: string;
  };
  return { module: pathToFileURL(join(folder, 'viz.js')).href, version };
}

async function resultOf(source: string, { status, output, errors }: Rendered): Promise<Result> {
  if (status === 'failure' || output === undefined) return failed(whatIsWrong(source, errors));
  const { finishSvg } = await import('./finish-svg.js');
  const { unsafe, ...drawing } = finishSvg(output);
  const remarks = [
    ...unsafe.map((address) => unsafeLink(source, address)),
    ...errors.flatMap((one) => pictureOf(source, one.message)),
  ];
  return { diagram: { ...drawing, alt: titleOf(output) }, remarks };
}

function whatIsWrong(source: string, errors: Rendered['errors']): Remark {
  const words = errors.find((one) => one.level === 'error')?.message ?? '';
  const syntax = /^syntax error in line (\d+)(?: near '(.*)')?/s.exec(words);
  const code = 'diagram/syntax';
  if (source.trim() === '' || (words === '' && !/\{/.test(source))) {
    return {
      code,
      line: null,
      message: 'There is no graph in this diagram.',
      hint: 'A graph begins with `graph {` or `digraph {`.',
    };
  }
  if (!syntax)
    return { code, line: null, message: `Graphviz cannot read this diagram: ${words}`, hint: null };
  const near = syntax[2] ? ` It stops at \`${syntax[2]}\`.` : '';
  return {
    code,
    line: Number(syntax[1]),
    message: `Graphviz cannot read this diagram.${near}`,
    hint: 'A graph is `digraph { a -> b [label="words"] }`; look at this line and at the end of the one before.',
  };
}

function unsafeLink(source: string, address: string): Remark {
  return {
    code: 'diagram/dropped',
    line: lineOf(source, address),
    message: `The link to \`${address.slice(0, 60)}\` is left out of this diagram.`,
    hint: 'Link to a web page, a mail address or a slide.',
  };
}

/** Graphviz says twice that it finds no picture; the second time it names the node. */
function pictureOf(source: string, message: string): readonly Remark[] {
  const [, path] = /^No or improper (?:image|shapefile)="(.*?)"/.exec(message) ?? [];
  if (path === undefined) return [];
  return [
    {
      code: 'diagram/dropped',
      line: lineOf(source, path),
      message: `The picture \`${path.slice(0, 60)}\` is left out: a diagram reads no files.`,
      hint: 'Put the picture beside the diagram, as `![…](…)`.',
    },
  ];
}

function lineOf(source: string, words: string): number | null {
  const at = source.split('\n').findIndex((line) => line.includes(words));
  return at < 0 ? null : at + 1;
}

/** The label of the whole graph stands in it before any node, edge or cluster. */
function titleOf(svg: string): string | null {
  const start = svg.indexOf('<g id="graph0"');
  const first = svg.indexOf('<g ', start + 1);
  const own = svg.slice(start, first < 0 ? svg.length : first);
  const lines = [...own.matchAll(/<text\b[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words);
  const words = lines
    .join(' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#160;', ' ')
    .replaceAll('&#45;', '-')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .trim();
  return words === '' ? null : words;
}
