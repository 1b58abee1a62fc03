import { describe, expect, test } from 'vitest';
import { dotEngine } from '../../../src/diagrams/dot.js';
import type { Result } from '../../../src/diagrams/result.js';

async function draw(source: string, seconds?: number): Promise<Result> {
  const [result] = await dotEngine(seconds).draw([source]);
  if (!result) throw new Error('Nothing was drawn, and nothing said.');
  return result;
}

async function drawn(source: string): Promise<string> {
  const { diagram, remarks } = await draw(source);
  if (!diagram) throw new Error(remarks.map((one) => one.message).join('\n'));
  return diagram.inner;
}

describe('a graph', () => {
  test('is drawn in colours of the theme and in no other', async () => {
    const svg = await drawn(
      'digraph { label="Ships"; subgraph cluster_a { label="Port"; quay; } quay -> ship [label="load"]; ship [style=filled] }',
    );
    const colors = [...svg.matchAll(/\b(?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
    expect(new Set(colors)).toEqual(
      new Set(['none', 'var(--text)', 'var(--muted)', 'var(--wash)', 'var(--text)']),
    );
    expect(svg).toContain('>load</text>');
    expect(svg).not.toMatch(/font-family|class=|id=|<title/);
  });

  test('keeps colours of the author, with words on them that can be read', async () => {
    const svg = await drawn(
      'graph { a [style=filled fillcolor=navy] b [style=filled fillcolor="#ffe"] c [fontcolor=red] }',
    );
    expect(svg).toMatch(/fill="navy"[\s\S]*?<text[^>]*fill="#ffffff"[^>]*>a</);
    expect(svg).toMatch(/fill="#ffffee"[\s\S]*?<text[^>]*fill="#000000"[^>]*>b</i);
    expect(svg).toMatch(/<text[^>]*fill="red"[^>]*>c</);
  });

  test('fills the box that is the point', async () => {
    const svg = await drawn('graph { a b [class="point"] }');
    expect(svg).toMatch(
      /<polygon fill="var\(--accent\)"[^>]*><\/polygon>\s*<text[^>]*fill="var\(--ground\)"[^>]*>b</,
    );
    expect(svg.match(/--accent/g)).toHaveLength(2);
  });

  test('says of itself what its label says', async () => {
    expect((await draw('graph { label="Ships & \\"cranes\\""; a [label="not this"] }')).diagram?.alt).toBe(
      'Ships & "cranes"',
    );
    expect((await draw('graph { a [label="not this"] }')).diagram?.alt).toBeNull();
  });

  test('is laid out by the engine that it names', async () => {
    const source = (layout: string) => `graph { layout=${layout} a -- b -- c -- a }`;
    expect(await drawn(source('circo'))).not.toBe(await drawn(source('dot')));
  });

  test('is drawn the same twice', async () => {
    const source = 'graph { layout=neato a -- b -- c -- a -- d }';
    expect(await draw(source)).toEqual(await draw(source));
  });
});

describe('a graph that is not trusted', () => {
  test.each(['javascript:alert(1)', 'data:text/html,x', 'java\tscript:alert(1)', 'file:///etc/passwd'])(
    'has no link to %j',
    async (address) => {
      const { diagram, remarks } = await draw(`graph { a [URL="${address}" tooltip="t"] }`);
      expect(diagram?.inner).not.toMatch(/href|javascript|file:|data:/);
      expect(diagram?.inner).toContain('>a</text>');
      expect(remarks.map((one) => one.code)).toEqual(['diagram/dropped']);
    },
  );

  test('keeps links to pages', async () => {
    const { diagram, remarks } = await draw('graph { a [URL="https://example.org/?a&b"] }');
    expect(diagram?.inner).toContain('href="https://example.org/?a&amp;b"');
    expect(remarks).toEqual([]);
  });

  test('reads no file', async () => {
    const { diagram, remarks } = await draw('graph {\n a [image="/etc/hostname"]\n}');
    expect(diagram?.inner).not.toContain('image');
    expect(remarks).toMatchObject([{ code: 'diagram/dropped', line: 2 }]);
  });

  test('puts no markup into the page', async () => {
    const svg = await drawn(
      'graph { "<script>alert(1)</script>" [style="\\"><img src=x onerror=alert(1)>" class="x\\" onload=\\"alert(1)" id="\\"><b>"]; b [label=<a <b>bold</b>>] }',
    );
    expect(svg).not.toMatch(/<(?:script|img|b)\b|onload|onerror=(?!a)/);
    expect(svg).toContain('&lt;script&gt;');
  });
});

describe('a graph that cannot be drawn', () => {
  test('is told with the line it stops at', async () => {
    expect(await draw('digraph {\n a -> b\n b -> ]\n}')).toMatchObject({
      diagram: null,
      remarks: [{ code: 'diagram/syntax', line: 3 }],
    });
    expect(await draw('')).toMatchObject({
      diagram: null,
      remarks: [{ code: 'diagram/syntax', line: null }],
    });
  });

  test('is ended when it takes too long, and the next one is drawn', async () => {
    const nodes = Array.from(
      { length: 3000 },
      (_, n) => `n${n} -> n${(n * 7919) % 3000}; n${n} -> n${(n * 31) % 3000}`,
    );
    const results = await dotEngine(2).draw([`digraph { ${nodes.join('; ')} }`, 'graph { a }']);
    expect(results[0]).toMatchObject({ diagram: null, remarks: [{ code: 'diagram/too-slow' }] });
    expect(results[1]?.diagram).not.toBeNull();
  });
});
