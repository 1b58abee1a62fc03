import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/diagrams/draw-diagrams.js';
import { mermaidEngine } from '../../src/diagrams/mermaid.js';
import { mermaidTypes } from '../../src/diagrams/mermaid-types.js';
import type { Result } from '../../src/diagrams/result.js';
import { packageRoot } from '../../src/package-root.js';
import type { LentBrowser } from '../../src/print/lend.js';
import { loadTheme } from '../../src/theme/load-theme.js';
import { mermaidSamples } from '../support/mermaid-samples.js';
import { testBrowser } from '../support/printing.js';

/*
 * Every type of diagram that Mermaid has, drawn in the browser that also prints. One drawing takes half a second and
 * loading Mermaid several, so all samples are drawn in one go, and the tests look at what came out.
 */
let browser: LentBrowser;
let engine: Engine;
const results = new Map<string, Result>();

beforeAll(async () => {
  browser = await testBrowser();
  const theme = loadTheme('harbor', `${packageRoot()}/templates`, null).value;
  if (!theme) throw new Error('There is no theme.');
  engine = mermaidEngine({
    css: theme.screenFontsCss + theme.slidesCss,
    browser: 'the browser of the tests',
    lend: async () => browser,
  });
  const names = Object.keys(mermaidSamples);
  const drawn = await engine.draw(Object.values(mermaidSamples));
  for (const [index, name] of names.entries()) results.set(name, drawn[index] as Result);
}, 180_000);
afterAll(() => browser.end());

async function draw(source: string): Promise<Result> {
  return (await engine.draw([source]))[0] as Result;
}

/** The words of a drawing, in the order they stand. */
function wordsOf(svg: string): string {
  return svg
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ');
}

describe('every type of diagram', () => {
  test('has a sample, under the word it begins with', () => {
    const second = (type: string) => type.endsWith('-v2');
    expect(Object.keys(mermaidSamples).sort()).toEqual(mermaidTypes.filter((type) => !second(type)).sort());
  });

  test.each(Object.keys(mermaidSamples))('%s is drawn', (name) => {
    const { diagram, remarks } = results.get(name) as Result;
    expect(remarks).toEqual([]);
    const svg = diagram?.inner ?? '';
    // In the theme's colours alone: the samples choose none of their own.
    const colors = [...svg.matchAll(/\b(?:fill|stroke|stop-color)="([^"]*)"/g)].map(
      ([, color]) => color ?? '',
    );
    expect(colors.filter((color) => !/^(?:none|var\(--[\w-]+\))$/.test(color))).toEqual([]);
    expect(colors.some((color) => color.startsWith('var('))).toBe(true);
    // Nothing that needs HTML, stylesheets or pictures, and nothing that prints as a picture.
    expect(svg).not.toMatch(
      /<(?:foreignObject|style|image|use|script|filter)\b|\s(?:class|style|filter|mask)=/i,
    );
    expect(svg).not.toMatch(/NaN|undefined|Infinity|Syntax error/);
    expect(diagram?.viewBox).toMatch(/^-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+$/);
    // Words of three letters and more in the source's labels are words of the drawing.
    const words = wordsOf(svg);
    expect(words.trim()).not.toBe('');
    for (const [, label = ''] of (mermaidSamples[name] ?? '').matchAll(/["[(]([A-Z][a-z]{2,})["\])]/g)) {
      expect(words, label).toContain(label);
    }
  });

  test('has ids of its own, for each use', () => {
    for (const [name, { diagram }] of results) {
      const svg = diagram?.inner ?? '';
      const ids = [...svg.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id ?? '');
      expect(new Set(ids).size, name).toBe(ids.length);
      // Arrowheads are drawn in place: the same drawing may stand on a page twice.
      expect(svg, name).not.toContain('marker');
      const meant = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id ?? '');
      expect(
        meant.filter((id) => !ids.includes(id)),
        name,
      ).toEqual([]);
      expect(
        [...ids, ...meant].filter((id) => !id.startsWith('drawing-id:')),
        name,
      ).toEqual([]);
    }
  });

  test('comes out the same, whatever was drawn before it', async () => {
    const names = ['mindmap', 'architecture', 'gantt', 'flowchart', 'cynefin-beta', 'gitGraph', 'C4Context'];
    const again = await engine.draw(names.reverse().map((name) => mermaidSamples[name] ?? ''));
    for (const [index, name] of names.entries()) expect(again[index], name).toEqual(results.get(name));
  }, 120_000);
});

describe('the look', () => {
  test('fills the box that is the point, with words that read on it', () => {
    const svg = results.get('flowchart')?.diagram?.inner ?? '';
    expect(svg).toMatch(/fill="var\(--accent\)"[\s\S]*?fill="var\(--ground\)"[^>]*>(?:<tspan[^>]*>)*Image</);
  });

  test('keeps colours that the author chose, with words on them that can be read', async () => {
    const { diagram } = await draw(
      'flowchart LR\n a --> b\n classDef sea fill:navy\n class a sea\n style b fill:#ffffdd,color:#ff0000,stroke:#00ff00',
    );
    const svg = diagram?.inner ?? '';
    expect(svg).toMatch(/fill="#000080"[\s\S]*?fill="#ffffff"[^>]*>(?:<tspan[^>]*>)*a</);
    expect(svg).toMatch(/fill="#ffffdd" stroke="#00ff00"[\s\S]*?fill="#ff0000"[^>]*>(?:<tspan[^>]*>)*b</);
  }, 60_000);

  test('says of itself what the diagram says', async () => {
    const { diagram } = await draw(
      'flowchart LR\n accTitle: Ships\n accDescr: From the quay to the sea\n a --> b',
    );
    expect(diagram?.alt).toBe('Ships. From the quay to the sea');
  }, 60_000);
});

describe('a diagram that is not trusted', () => {
  test('runs nothing, fetches nothing and leads nowhere', async () => {
    const sources = [
      'flowchart LR\n a["<img src=x onerror=alert(1)>"] --> b["<script>alert(1)</script>"]',
      'flowchart LR\n a --> b\n click a "javascript:alert(1)"',
      'flowchart LR\n a --> b\n click a call alert(1)',
      'flowchart LR\n a["<iframe srcdoc=x>"] --> b\n style a fill:url(https://example.org/x)',
      '%%{init: {"securityLevel": "loose", "themeCSS": "* { background: url(https://example.org/x) }"}}%%\nflowchart LR\n a["<b onclick=alert(1)>x</b>"]',
      '---\nconfig:\n  htmlLabels: true\n  flowchart:\n    htmlLabels: true\n---\nflowchart LR\n a["<a href=javascript:alert(1)>x</a>"]',
      'sequenceDiagram\n participant A\n link A: x @ javascript:alert(1)\n A->>A: <img src=x onerror=alert(1)>',
    ];
    const drawn = await engine.draw(sources);
    expect(drawn).toHaveLength(sources.length);
    for (const [index, { diagram, remarks }] of drawn.entries()) {
      const svg = diagram?.inner ?? '';
      expect(svg === '' ? remarks.length : svg.length, sources[index]).toBeGreaterThan(0);
      expect(svg, sources[index]).not.toMatch(
        /<(?:script|img|image|iframe|style|foreignObject)\b|\bon\w+="|javascript:[^<]*"|url\((?!#drawing-id)|https?:/,
      );
    }
  }, 120_000);

  test('is told which of its settings are left out', async () => {
    const { diagram, remarks } = await draw('%%{init: {"theme": "forest"}}%%\nflowchart LR\n a --> b');
    expect(diagram?.inner).toContain('var(--text)');
    expect(remarks).toMatchObject([{ code: 'diagram/dropped', line: 1 }]);
  }, 60_000);
});

describe('a diagram that cannot be drawn', () => {
  test('is told at the line where it stops', async () => {
    const drawn = await engine.draw([
      'flowchart LR\n a --> b\n b --> [c',
      '%% note\n\nsequenceDiagram\n a->>b: x\n b->>\n',
      'pie\n "a" : x',
      'sequencediagram\n a->>b: x',
      '',
    ]);
    expect(drawn.map(({ diagram, remarks: [one] }) => [diagram, one?.code, one?.line])).toEqual([
      [null, 'diagram/syntax', 3],
      [null, 'diagram/syntax', 5],
      [null, 'diagram/syntax', 2],
      [null, 'diagram/unknown-type', 1],
      [null, 'diagram/syntax', null],
    ]);
  }, 60_000);

  test('without a browser is told, as a warning', async () => {
    const without = mermaidEngine({ css: '', browser: null, lend: async () => null });
    expect(await without.draw(['pie\n "a" : 1'])).toMatchObject([
      { diagram: null, remarks: [{ code: 'diagram/no-browser' }] },
    ]);
  });

  test('is told when it takes too long, and when the browser crashes over it', async () => {
    const source = mermaidSamples.pie ?? '';
    const withPages = (withPage: LentBrowser['withPage']) =>
      mermaidEngine({ css: '', browser: 'x', lend: async () => ({ ...browser, withPage }) });
    const hurried = withPages((_limit, job) => browser.withPage(50, job));
    expect((await hurried.draw([source, source])).map(({ remarks }) => remarks[0]?.code)).toEqual([
      'diagram/too-slow',
      'diagram/too-slow',
    ]);
    const crashing = withPages((limit, job) =>
      browser.withPage(limit, async (page) => {
        page.session.send('Page.crash').catch(() => {});
        return job(page);
      }),
    );
    expect(await crashing.draw([source])).toMatchObject([
      { diagram: null, remarks: [{ code: 'diagram/crashed' }] },
    ]);
  }, 60_000);
});
