import { type ChildNode, isTag } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { drawn, prepare } from '../../support/prepared.js';

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The HTML of a slide's body, without what the layout puts around it. */
async function body(markdown: string, files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const html = await drawn(`# Talk\n\n---\n\n${markdown}`, files);
  const second = html.slice(html.indexOf('data-number="2"'));
  return second.slice(second.indexOf('>') + 1, second.indexOf('<footer')).replace(/\s+/g, ' ');
}

describe('words', () => {
  test('are text, whatever they look like', async () => {
    const html = await body('a & b < c > d "e" \'f\' {{ g }} {{{ h }}} `<script>` \\<b> &lt;i&gt;');
    expect(html).toContain(
      'a &amp; b &lt; c &gt; d &quot;e&quot; &#39;f&#39; {{ g }} {{{ h }}} <code>&lt;script&gt;</code> &lt;b&gt; &lt;i&gt;',
    );
  });

  test('in titles, captions, attributes and code are text as well', async () => {
    const html = await drawn(
      '# a <b>c</b> & "d" {#i title="<x>" data-x="&amp;"}\n\n![e"><img src=x>](p.png "<f>"){alt2="\\"}\n\n```html\n<g>&amp;</g>\n```\n\n::: quote {by="<h>"}\ni\n:::\n\n::: tip <j>\nk\n:::\n',
      { 'p.png': picture },
    );
    expect(html).not.toMatch(/<(?:x|f|g|h|j)\b|<img src=x/);
    expect(html).toContain('&lt;f&gt;');
    expect(html).toContain('&lt;h&gt;');
    expect(html).toContain('&lt;j&gt;');
  });
});

describe('attributes', () => {
  test('of an element pass when they are safe, and steps count from one', async () => {
    const html = await body(
      'a {#i .c data-x=1 aria-label="b" title=t lang=de dir=ltr role=note step=2 width=60% style="color: red"}',
    );
    expect(html).toContain(
      '<p id="i" class="c fragment" style="width: 60%; color: red" data-x="1" aria-label="b" title="t" lang="de" dir="ltr" role="note" data-fragment-index="1">a</p>',
    );
  });

  test.each([
    'onclick="alert(1)"',
    'onmouseover=alert(1)',
    'data-src=x.html',
    'data-background-iframe=https://e.org',
    'data-background-video=https://e.org/x.mp4',
    'data-preview-link=https://e.org',
    'data-markdown',
    'data-state=x',
    'href=javascript:alert(1)',
    'srcdoc="<script>"',
    'data-notes="secret"',
  ])('such as %s do not pass', async (attribute) => {
    const html = await body(`a {.c ${attribute}}\n\n*b*{.d ${attribute}}\n\n::: {.e ${attribute}}\nf\n:::`);
    expect(html).toMatch(/<p class="c">a<\/p> <p><em class="d">b<\/em><\/p> <div class="e">/);
  });

  test.each([
    ['color: red; background: #fff', 'color: red; background: #fff'],
    ['position: absolute; top: 0', 'position: absolute; top: 0'],
    ['--x: 1', '--x: 1'],
    ['position: fixed', null],
    ['background: url(https://e.org/x.png)', null],
    ['background: URL ( x )', null],
    ['background: u\\72l(x)', null],
    ['background: image-set("x" 1x)', null],
    ['width: expression(alert(1))', null],
    ['behavior: url(x)', null],
    ['color: red/**/;', null],
    ['color: red; } body { x: y', 'color: red'],
    ['-moz-binding: url(x)', null],
    ['list-style-image: url(x)', null],
    ['cursor: pointer', null],
  ])('style=%j stays as %j', async (style, expected) => {
    for (const markdown of [`a {.c style="${style}"}`, `<p class="c" style='${style}'>a</p>`]) {
      const found = /<p class="c"(?: style="([^"]*)")?>/.exec(await body(markdown));
      expect(found?.[1] ?? null, markdown).toBe(expected);
    }
  });
});

describe('links', () => {
  test.each([
    ['https://e.org/a?b=c&d', 'https://e.org/a?b=c&amp;d'],
    ['mailto:a@e.org', 'mailto:a@e.org'],
    ['#talk', '#talk'],
    ['//e.org', '//e.org'],
  ])('to %s stay', async (href, expected) => {
    for (const markdown of [`[a](${href})`, `<a href="${href}">a</a>`]) {
      expect(await body(markdown), markdown).toContain(`href="${expected}"`);
    }
  });

  test('that lead nowhere keep what their words are', async () => {
    const html = await body('[a](javascript:alert(1)){.fragment .b}');
    expect(html).toContain('<span class="fragment b">a</span>');
  });

  test.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java&#10;script:alert(1)',
    'java&Tab;script:alert(1)',
    '&#1;javascript:alert(1)',
    'javascript&colon;alert(1)',
    'vbscript:msgbox(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://e.org/x',
    'view-source:x',
  ])('to %s lose their address', async (href) => {
    for (const markdown of [`[a](<${href}>)`, `<a href="${href}">a</a>`, `[a][r]\n\n[r]: <${href}>`]) {
      const { deck } = await prepare({ 'talk.md': `# Talk\n\n${markdown}` });
      // Where it does not even read as a path, nothing is built at all.
      const [rendered] = deck.editions;
      if (rendered) expect(rendered.slides[0]?.html, markdown).not.toContain('href');
      else expect(deck.diagnostics.map((one) => one.code)).toEqual(['path/bad']);
    }
  });
});

describe('raw HTML', () => {
  test('keeps layout, text, media and drawings', async () => {
    const html = await body(
      '<div class="two" style="display: flex"><p>a <kbd>b</kbd> <font color="red">r</font></p><svg viewBox="0 0 1 1"><linearGradient id="g"></linearGradient><path d="M0 0"/></svg></div>\n\n<details open><summary>c</summary>d</details>\n\n<img src="p.png" alt="e" width="5">',
      { 'p.png': picture },
    );
    for (const part of [
      '<div class="two" style="display: flex">',
      '<kbd>b</kbd>',
      '<font color="red">r</font>',
      'viewBox="0 0 1 1"',
      '<linearGradient id="g">',
      '<path d="M0 0"',
      '<summary>c</summary>',
    ]) {
      expect(html).toContain(part);
    }
    expect(html).toMatch(/<img src="assets\/p\.[0-9a-f]{8}\.png" alt="e" width="5"/);
  });

  test.each([
    ['<iframe src="https://e.org/a"></iframe>', '>https://e.org/a</a>'],
    ['<iframe data-src="https://e.org/b"></iframe>', '>https://e.org/b</a>'],
    ['<p><iframe srcdoc="x"></iframe></p>', '<p><span></span></p>'],
  ])('has a link in place of a frame: %s', async (html, expected) => {
    expect(await body(html)).toContain(expected);
  });

  test.each([
    '<script>alert(1)</script>',
    '<SCRIPT SRC=x.js></SCRIPT>',
    '<img src=p.png onerror=alert(1)>',
    '<img/src=p.png onerror=alert(1)>',
    '<svg onload=alert(1)>',
    '<svg><script>alert(1)</script></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg><animate attributeName=href values=javascript:alert(1) /></svg>',
    '<svg><set attributeName=onmouseover to=alert(1) /></svg>',
    '<svg><foreignObject><iframe src=javascript:alert(1)></foreignObject></svg>',
    '<svg><use href="data:image/svg+xml,<svg id=x onload=alert(1)>#x"/></svg>',
    '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
    '<math><mtext><table><mglyph><style><img src=p.png onerror=alert(1)></style></mglyph></table></mtext></math>',
    '<iframe src="javascript:alert(1)"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="javascript:alert(1)"></object>',
    '<embed src="javascript:alert(1)">',
    '<base href="https://e.org/">',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<link rel="stylesheet" href="https://e.org/x.css">',
    '<form action="javascript:alert(1)"><button formaction="javascript:alert(1)">x</button></form>',
    '<input autofocus onfocus=alert(1)>',
    '<video><source onerror=alert(1)></video>',
    '<video src="https://e.org/x.mp4" poster="https://e.org/x.png">',
    '<audio src=p.png onloadstart=alert(1)>',
    '<details open ontoggle=alert(1)>x</details>',
    '<marquee onstart=alert(1)>x</marquee>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<div style="background:url(javascript:alert(1))">x</div>',
    '<div style="background-image:url(https://e.org/x)">x</div>',
    '<style>@import "https://e.org/x.css"; body { background: url(https://e.org/x) }</style>',
    '<noscript><p title="</noscript><img src=p.png onerror=alert(1)>"></noscript>',
    '<template><script>alert(1)</script></template>',
    '<textarea><img src=p.png onerror=alert(1)></textarea>',
    '<xmp><script>alert(1)</script></xmp>',
    '<p title="<script>alert(1)</script>">x</p>',
    '<!--><script>alert(1)</script>-->',
    '<!-- --!><script>alert(1)</script> -->',
    '<![CDATA[<script>alert(1)</script>]]>',
    '<?xml version="1.0"?><script>alert(1)</script>',
    '<x onclick=alert(1)>x</x>',
    '<b <script>alert(1)</script>0',
    '<img src="x` `<script>alert(1)</script>"` `>',
    '"><script>alert(1)</script>',
    'a <b onclick=alert(1)>c</b> <script>alert(1)</script>',
    '<img srcset="https://e.org/x.png 2x" src="p.png">',
    '<div data-src="https://e.org" data-background-iframe="https://e.org" data-markdown>x</div>',
    '<section data-background-video="https://e.org/x.mp4">x</section>',
    '<title><script>alert(1)</script></title>',
    '</section><script>alert(1)</script>',
    '</aside></div></section></main><script>alert(1)</script>',
  ])('does not run or reach out: %s', async (vector) => {
    const { rendered } = await prepare({
      'talk.md': `# Talk\n\n---\n\nx\n\n${vector}\n\ny`,
      'p.png': picture,
      x: 'x',
    });
    const [, slide] = rendered().slides;
    // The box of what is not fetched links to it: nothing goes there before somebody clicks.
    const box = /(<span class="remote">)<a href="https:[^"]*" rel="noopener noreferrer" target="_blank">/g;
    const html = `${slide?.html}${slide?.notesHtml}`.replaceAll(box, '$1<a>');
    const wrong: string[] = [];
    walk(parseDocument(html).children, (tag, attributes) => {
      if (
        /^(?:script|iframe|object|embed|base|meta|link|form|style|template|math|animate|set|foreignobject)$/i.test(
          tag,
        )
      )
        wrong.push(tag);
      for (const [name, value] of Object.entries(attributes)) {
        if (/^on|^srcdoc$|^formaction$|^srcset$|^xlink/i.test(name)) wrong.push(`${tag} ${name}`);
        if (/^(?:href|src|poster|data-.*)$/i.test(name) && /javascript:|data:(?!image\/)|e\.org/i.test(value))
          wrong.push(`${tag} ${name}=${value}`);
        if (name === 'style' && /url\(|javascript/i.test(value)) wrong.push(`${tag} style=${value}`);
      }
    });
    expect(wrong).toEqual([]);
    expect(rendered().css).not.toMatch(/e\.org|@import/);
  });

  test('that is left open swallows nothing of what follows', async () => {
    const { rendered } = await prepare({
      'talk.md':
        '# Talk\n\n<div><p title="a>\n\n---\n\n## b\n\n<table><tr>\n\n---\n\n## c\n\n<!-- x --><b><i>\n\n---\n\n## d',
    });
    const slides = rendered().slides;
    expect(slides).toHaveLength(4);
    for (const slide of slides) expect(slide.html).toMatch(/<footer class="slide-foot">|layout-title/);
    expect(slides[0]?.html.match(/<div|<\/div>/g)?.length).toBe(8);
  });

  test.each(['<div>\n', '<b>', '<ul><li>'])(
    'that is nested too deep (%j) is an error at its place',
    async (part) => {
      expect((await prepare({ 'talk.md': `# a\n\n${part.repeat(100)}x` })).said).toEqual([]);
      for (const count of [1_000, 4_000]) {
        const { said, deck } = await prepare({ 'talk.md': `# a\n\n${part.repeat(count)}x` });
        expect(said.map((one) => one.split(' @ ')[0])).toEqual(['text/too-deep']);
        expect(deck.editions).toEqual([]);
      }
    },
  );

  test('and data: pictures stay beside each other', async () => {
    const html = await body(
      `<b>a</b> ![b](data:image/png;base64,${picture.toString('base64')})\n\n[c](sms:123)`,
    );
    expect(html).toContain('src="data:image/png;base64,');
    expect(html).toContain('href="sms:123"');
  });

  test('of a trusted deck stays as it is, but for notes and comments', async () => {
    const html = await drawn(
      '---\nhtml: trusted\n---\n\n# a\n\n<button onclick="x()">b</button><script>x()</script><aside class="notes">secret</aside><p data-notes="secret">c</p>',
    );
    expect(html).toContain('onclick="x()"');
    expect(html).toContain('<script>x()</script>');
    expect(html).not.toContain('secret');
  });

  test.each([
    ['<aside class="notes">said <b>c</b></aside>', 'said <b>c</b>'],
    ['<p data-notes="said &lt;b&gt;">c</p>', 'said &lt;b&gt;'],
    ['::: paper\n<aside class="notes">said</aside>\n:::', 'said'],
  ])('gives its notes to the speaker: %s', async (markdown, notes) => {
    const { rendered } = await prepare({ 'talk.md': `# a\n\n${markdown}` });
    expect(rendered().slides[0]?.notesHtml).toContain(notes);
    expect(rendered().slides[0]?.html).not.toContain('said');
  });
});

describe('what is left out', () => {
  test('is told at its place', async () => {
    const { said } = await prepare({
      'talk.md':
        '# a\n\n<!-- ä --><p onclick="x()">b</p>\n\n- c\n  <script>\n  d\n  </script>\n\ne <b style="position: fixed">f</b>\n',
    });
    expect(said).toEqual(['html/dropped @ onclick', 'html/dropped @ <script>', 'html/dropped @ style']);
  });

  test('is told of pictures from elsewhere, which become a box with their address', async () => {
    const { said, rendered } = await prepare({ 'talk.md': '# a\n\nb ![c](https://e.org/d.png)' });
    expect(said).toEqual(['media/remote @ ![c](https://e.org/d.png)']);
    expect(rendered().slides[0]?.html).toContain(
      '<span class="remote">c — <a href="https://e.org/d.png" rel="noopener noreferrer" target="_blank">https://e.org/d.png</a></span>',
    );
  });

  test('in a link is a box without a link of its own', async () => {
    const { rendered } = await prepare({
      'talk.md': '# a\n\nb [![c](https://e.org/d.png)](https://e.org/f)',
    });
    expect(rendered().slides[0]?.html).toContain('<span class="remote">c — https://e.org/d.png</span></a>');
  });
});

describe('headings', () => {
  const levels = (html: string) => [...html.matchAll(/<h([1-6])\b/g)].map((match) => Number(match[1]));

  test('are levelled by what they stand below, in the order they are read', async () => {
    const html = await drawn(
      '# Talk\n\n---\n\n# One\n\n---\n\n## a\n\n#### b\n\n###### c\n\n#### d\n\n### e\n\n::: column\n#### f\n:::\n\n---\n\nx\n\n## g\n\n## h',
    );
    expect(levels(html)).toEqual([1, 2, 3, 4, 5, 4, 4, 5, 3, 3]);
  });

  test.each([
    '# Talk\n\n---\n\n## a\n\n---\n\n# One\n\n---\n\n## b\n\n#### c\n\n## d',
    '## a\n\n---\n\n## b',
    '#### a\n\n---\n\n# One\n\n---\n\nx\n\n---\n\n##### b\n\n# c',
    'x\n\n---\n\n### a\n\n###### b\n\n##### c\n\n# d',
    '# Talk\n\n### a\n\n##### b\n\n::: column\n# c\n\n###### d\n:::',
    '# Talk\n\n---\n\n# One\n\n---\n\nx\n\n#### a\n\n> ##### b',
  ])('begin at one and skip no level: %j', async (markdown) => {
    let before = 0;
    for (const level of levels(await drawn(markdown))) {
      expect(level).toBeLessThanOrEqual(before + 1);
      before = level;
    }
    expect(levels(await drawn(markdown)).filter((level) => level === 1)).toHaveLength(1);
  });
});

describe('code', () => {
  const code = async (info: string, text: string, files: Record<string, string> = {}) =>
    body(`\`\`\`${info}\n${text}\`\`\``, files);

  test('has a line to itself for each of its lines, with the steps’ first one in focus', async () => {
    const html = await code('text {2|1,3|all} title="a <b>"', 'one\n\n<three>\n');
    expect(html).toContain('<figcaption class="code-title">a &lt;b&gt;</figcaption>');
    expect(html).toContain(
      '<span class="line dim" data-line="1">one </span><span class="line focus" data-line="2"> </span><span class="line dim" data-line="3">&lt;three&gt; </span>',
    );
    expect(html).toContain(
      '<span class="fragment code-step" data-lines="1,3"></span><span class="fragment code-step" data-lines="all"></span>',
    );
    expect(html).toMatch(/<figure class="code has-steps"[^>]* data-lines="2">/);
  });

  test('on paper shows its last step', async () => {
    const { rendered } = await prepare({ 'talk.md': '# a\n\n```text {1|2}\nb\nc\n```' });
    expect(rendered().slides[0]?.finalHtml).toContain('<span class="line dim" data-line="1">b');
    expect(rendered().slides[0]?.finalHtml).toContain('<span class="line focus" data-line="2">c');
  });

  test('closes and opens colours around the ends of lines', async () => {
    const html = await code('js', '/* a\nb */ const c = `d\ne`;\n');
    for (const line of html.match(/<span class="line.*?(?=<span class="line|<\/code>)/g) ?? []) {
      expect(line.match(/<span/g)?.length).toBe(line.match(/<\/span>/g)?.length);
    }
    expect(html).toContain('hljs-comment');
  });

  test('is numbered from where it says, and marks what was added and removed', async () => {
    expect(await code('text from=12', 'a\n')).toContain(
      '<pre class="numbered" style="counter-reset: line 11" tabindex="0">',
    );
    const html = await code('text diff', '+a\n-b\n c\n');
    expect(html).toMatch(
      /line added" data-line="1"><span class="sign">\+<\/span>a.*line removed" data-line="2"><span class="sign">-<\/span>b.*line" data-line="3"><span class="sign"> <\/span>c/,
    );
  });

  test('of a file has its language and its name', async () => {
    const html = await code('file=x/deploy.yml#spec', '', {
      'x/deploy.yml': 'a: 1\n# #region spec\n  b: 2\n# #endregion\n',
    });
    expect(html).toContain('data-language="yml"');
    expect(html).toContain('hljs-attr');
    expect(html).toContain('<figcaption class="code-title">deploy.yml</figcaption>');
    expect(html).not.toContain('region');
  });

  test('in a language nobody knows is a warning with a hint, and text without colours', async () => {
    const { said, deck } = await prepare({ 'talk.md': '# a\n\n```yalm\nb: c\n```' });
    expect(said).toEqual(['code/unknown-language @ ```yalm']);
    expect(deck.diagnostics[0]?.hint).toContain('`yaml`');
  });

  const numbers = async (info: string) => {
    const file = 'a\n#region two\nb\nc\n#endregion\nd\n';
    const html = await body(`\`\`\`${info}\n\`\`\``, { 'x.txt': file });
    return /counter-reset: line (\d+)/.exec(html)?.[1] ?? null;
  };

  test.each([
    ['file=x.txt#L3-4 lines', '2'],
    ['file=x.txt#two lines', '2'],
    ['file=x.txt lines', '0'],
    ['file=x.txt#L3-4 from=10', '9'],
    ['file=x.txt#L3-4', null],
  ])('%s is numbered as the file is', async (info, before) => {
    expect(await numbers(info)).toBe(before);
  });

  test('that is compared is coloured as its language, and keeps its signs', async () => {
    const html = await body('```yaml diff\n a: 1\n-b: 2\n+b: 3\n```');
    expect(html).toContain(
      '<span class="line removed" data-line="2"><span class="sign">-</span><span class="hljs-attr">b:</span>',
    );
    expect(html).toContain('<span class="line added" data-line="3"><span class="sign">+</span>');
    expect(html).toContain(
      '<span class="line" data-line="1"><span class="sign"> </span><span class="hljs-attr">a:</span>',
    );
  });

  test('in a patch keeps its headers apart from its changes', async () => {
    const html = await body('```diff\n--- a\n+++ b\n@@ -1 +1 @@\n-c\n+d\n```');
    expect([...html.matchAll(/class="line([^"]*)"/g)].map(([, names]) => names)).toEqual([
      '',
      '',
      '',
      ' removed',
      ' added',
    ]);
  });
});

describe('audiences', () => {
  const markdown =
    '# a\n\n::: slides\nonscreen\n:::\n\n::: paper\nonpaper\n:::\n\n::: lines 2\n\n::: guide\nguided\n\n::: say\nsaid\n:::\n:::\n\n::: exercise {time=5m}\ntask\n\n::: hint\nhinted\n:::\n\n::: solution\nsolved\n:::\n:::\n\nNote: noted';

  test('have their pictures: one in an aside of notes is not the public’s', async () => {
    const { rendered } = await prepare({
      'talk.md':
        '# a\n\n![](p.png)\n\n<aside class="notes">\n\n![](q.png) <img src="r.png">\n\n</aside>\n\n::: paper\n![](s.png)\n:::',
      ...Object.fromEntries(['p', 'q', 'r', 's'].map((name) => [`${name}.png`, picture])),
    });
    const [slide] = rendered().slides;
    const names = (assets: readonly { path: string }[] = []) => assets.map(({ path }) => path.slice(7, 8));
    expect(names(slide?.assets)).toEqual(['p']);
    expect(names(slide?.paperAssets)).toEqual(['s']);
    expect(names(slide?.notesAssets)).toEqual(['q', 'r']);
  });

  test('get `data-notes` from wherever it stands', async () => {
    const notes = (word: string) => `{data-notes="said${word} <b>"}`;
    const { rendered } = await prepare({
      'talk.md': `# a *b*${notes('one')} ${notes('two')}\n\nc ${notes('three')}\n\n- d ${notes('four')}\n\n| e ${notes('five')} |\n| - |\n\n::: tip ${notes('six')}\nf\n:::`,
    });
    const [slide] = rendered().slides;
    for (const word of ['one', 'two', 'three', 'four', 'five', 'six']) {
      expect(slide?.notesHtml).toContain(`<p>said${word} &lt;b&gt;</p>`);
      expect(slide?.html).not.toContain(`said${word}`);
    }
  });

  test('see what is for them', async () => {
    const { rendered } = await prepare({ 'talk.md': markdown });
    const [slide] = rendered().slides;
    const words = ['onscreen', 'onpaper', 'guided', 'said', 'task', 'hinted', 'solved', 'noted'];
    const in_ = (html = '') => words.filter((word) => html.includes(word));
    expect(in_(slide?.html)).toEqual(['onscreen', 'task', 'hinted']);
    expect(in_(slide?.paperHtml)).toEqual(['onpaper']);
    expect(in_(slide?.notesHtml)).toEqual(['guided', 'said', 'solved', 'noted']);
    expect(slide?.paperHtml.match(/<i><\/i>/g)).toHaveLength(2);
  });
});

function walk(
  nodes: readonly ChildNode[],
  see: (tag: string, attributes: Readonly<Record<string, string>>) => void,
): void {
  for (const node of nodes) {
    if (!isTag(node)) continue;
    see(node.name, node.attribs);
    walk(node.children, see);
  }
}

test('a drawing in raw HTML keeps the capitals of its names, without a word', async () => {
  const svg =
    '<svg viewBox="0 0 9 9"><linearGradient id="g" gradientUnits="userSpaceOnUse"><stop offset="1"></stop></linearGradient></svg>';
  const { said, rendered } = await prepare({ 'talk.md': `${svg}\n` });
  expect(said).toEqual([]);
  expect(rendered().slides[0]?.html).toContain(svg);
});

test('a section has its number above its title, unless the title says it', async () => {
  const html = await drawn('# Talk\n\n---\n\n# One\n\n---\n\n# Part 2: two');
  expect(html.match(/section-kicker">[^<]*/g)).toEqual(['section-kicker">Part 1']);
});
