import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { slidesPage } from '../../src/render/products/slides-page.js';
import { themeNames } from '../../src/theme/load-theme.js';
import { deckhand } from '../support/deckhand.js';
import { prepare } from '../support/prepared.js';
import { onDisk, viewer } from '../support/viewer.js';
import { workspace } from '../support/workspace.js';

vi.setConfig({ testTimeout: 120_000 });

const require = createRequire(import.meta.url);
const font = (script: string, weight: number) =>
  readFileSync(
    require.resolve(
      `@fontsource/noto-sans-${script}/files/noto-sans-${script}-${script}-${weight}-normal.woff2`,
    ),
  );
const themes = themeNames(join(packageRoot(), 'templates'));
const looks = themes.flatMap((theme) => ['16:9', '4:3'].map((aspect) => ({ theme, aspect })));

const law = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';
const digest = '0123456789abcdef0123456789abcdef01234567';
const address = '<https://example.org/a/very/long/address/that/goes/on/0123456789/0123456789/index.html>';
const hard = [
  `## ${law} {lang=de}\n\n- ${law}\n- Kraftfahrzeug-Haftpflichtversicherung und Grundstücksverkehrsgenehmigungszuständigkeit\n- ${address}`,
  `## Forty letters\n\n| Name | Digest | Grundstücksverkehrsgenehmigungszuständigkeit |\n|---|---|---|\n| ${law} | sha256-${digest} | \`${digest}\` |\n| two | ${law} | \`sha256:${digest}\` |`,
  `## Forty letters four times\n\n| Name | b | c | d |\n|---|---|---|---|\n| ${digest} | ${digest} | ${digest} | ${digest} |`,
  '## Five levels\n\n- One\n  - Two, which says more than is necessary for it\n    - Three\n      - Four\n        - Five, and here the words go on and on until they reach the end of their line\n- One again',
  `## Narrow columns\n\n::: columns\n::: column\n### ${law}\n${law}\n:::\n::: column\n### Two\n\`${digest}\`\n:::\n::: column\n### Three\n${address}\n:::\n:::`,
  `## Boxes\n\n::: warning ${law}\n${law}\n:::\n\n> ${law}`,
  `## Lines\n\n\`\`\`bash\ncurl --silent --location --output /usr/local/bin/kubectl ${address.slice(1, -1)} && chmod +x /usr/local/bin/kubectl\necho ${digest}${digest}${digest}${digest}\n\`\`\``,
  '## 容器把應用程式和它所需要的一切裝在一起，在任何地方都一樣 {lang=zh-Hant}\n\n- 港口的船今晚都到了，而且每艘船都有自己的泊位，可以停靠過夜；明天早上六點它們會再次出發\n- 「映像」是不會變的：建立一次，到處執行。',
  '## 日本語のスライドは、単語の間に空白がなくても折り返されます {lang=ja}\n\n| 用語 | 意味 |\n|---|---|\n| コンテナオーケストレーションプラットフォーム | 多くのコンテナを多くのマシンで動かし、壊れたものを直し、足りないものを増やす仕組み |',
  '## 컨테이너는 어디서나 똑같이 실행되는 상자입니다 {lang=ko}\n\n- 항구에 들어온 배마다 오늘 밤을 보낼 자리가 있고 내일 아침 여섯 시에 다시 떠납니다',
  '## الحاوية صندوق واحد لكل التطبيقات {lang=ar}\n\n- صورة واحدة تعمل في كل مكان\n  - إعدادات خارج الصورة\n\n| السفينة | الرصيف |\n|---|---|\n| أورورا | الشمالي |',
  '## קופסה אחת לכל היישומים {lang=he}\n\n1. תמונה אחת פועלת בכל מקום\n2. הגדרות נמצאות מחוץ לתמונה, למשל ב־`deploy.yaml`',
  `# ${law}`,
  `## ${law}`,
  `> ${law} ist ein Wort`,
  `## Zeit {layout=timeline}\n\n- **${law}** ${law}\n- **1968** b\n- **1984** c\n- **2001** d\n- **2013** e`,
  `## Zahl {layout=big-number}\n\n${law}\n\nzu groß`,
].join('\n\n---\n\n');

test.each(looks)(
  'no script, long word or deep list leaves its slide in $theme at $aspect, and what has no glyph is said',
  async ({ theme, aspect }) => {
    const cwd = await workspace({ 'talk.md': `---\ntheme: ${theme}\naspect: ${aspect}\n---\n\n${hard}\n` });
    const { stderr } = await deckhand(['check', 'talk.md', '--product', 'slides'], { cwd });
    expect(stderr).not.toContain('[slide/overflow]');
    expect(stderr).not.toMatch(/ error /);
    // Chinese, Japanese, Korean, Arabic, Hebrew.
    expect(stderr.match(/\[font\/no-glyph\]/g)).toHaveLength(5);
  },
);

const rightToLeft = `## الحاوية صندوق واحد {#list}

- صورة واحدة
  - إعدادات

1. أولاً

---

## جدول {#table}

| السفينة | الرصيف |
|---|---|
| أورورا | الشمالي |

> [!TIP]
> السفينة

---

## الشفرة {#code}

::: columns
::: column
\`\`\`yaml
kind: Deployment
\`\`\`
:::
::: column
ثلاث نسخ
:::
:::

---

## From the left {#left lang=en}

- Ships
`;

test.each(themes)('what is read from the right is laid out from the right: %s', async (theme) => {
  const { rendered } = await prepare({ 'talk.md': `---\ntheme: ${theme}\nlang: ar\n---\n\n${rightToLeft}` });
  const page = await (await viewer()).newPage();
  await page.goto(await onDisk(slidesPage(rendered(), null, null)));
  const seen = await page.evaluate(() => {
    const one = (selector: string) => {
      const element = document.querySelector<HTMLElement>(selector);
      if (element === null) throw new Error(selector);
      return element;
    };
    const words = (selector: string) => {
      const range = document.createRange();
      range.selectNodeContents(one(selector));
      return range.getBoundingClientRect();
    };
    const middle = (box: DOMRect, slide: string) => {
      const edge = one(`#${slide} .slide`).getBoundingClientRect();
      return box.left + box.width / 2 > edge.left + edge.width / 2 ? 'right' : 'left';
    };
    const side = (selector: string, slide: string) => middle(words(selector), slide);
    const bullet = getComputedStyle(one('#list ul > li'), '::before');
    const [first, second] = [...document.querySelectorAll('#table th')].map((cell) =>
      cell.getBoundingClientRect(),
    );
    const [code, beside] = [...document.querySelectorAll('#code .column')].map((column) =>
      column.getBoundingClientRect(),
    );
    const callout = getComputedStyle(one('#table .callout'));
    return {
      dir: one('#list .slide').dir,
      title: side('#list .slide-title', 'list'),
      item: side('#list li li', 'list'),
      bullet: Number.parseFloat(bullet.right),
      columns: (first?.left ?? 0) > (second?.left ?? 0),
      bar: Number.parseFloat(callout.borderRightWidth) >= Number.parseFloat(callout.borderLeftWidth),
      codeFirst: (code?.left ?? 0) > (beside?.left ?? 0),
      code: getComputedStyle(one('#code code')).direction,
      english: [one('#left .slide').dir, side('#left .slide-title', 'left'), side('#left li', 'left')],
    };
  });
  expect(seen).toEqual({
    dir: 'rtl',
    title: 'right',
    item: 'right',
    bullet: 0,
    columns: true,
    bar: true,
    codeFirst: true,
    code: 'ltr',
    english: ['', 'left', 'left'],
  });
});

test('a theme of one’s own adds letters for another script, in plain and in bold, and nothing is lacking', async () => {
  const face = (weight: number) =>
    `  - { family: Archivo, weight: ${weight}, file: fonts/arabic-${weight}.woff2, range: "U+600-6FF, U+750-77F, U+8A0-8FF" }\n`;
  const cwd = await workspace({
    'themes/souk/theme.yaml': `title: Souk\nextends: harbor\nmore-fonts:\n${face(400)}${face(700)}credits: ["Font: Noto Sans Arabic, Copyright 2022 The Noto Project Authors, SIL Open Font License 1.1"]\n`,
    'themes/souk/fonts/arabic-400.woff2': font('arabic', 400),
    'themes/souk/fonts/arabic-700.woff2': font('arabic', 700),
    'talk.md': `---\ntheme: souk\nlang: ar\n---\n\n${rightToLeft}`,
  });
  const run = await deckhand(['build', 'talk.md', '-o', 'out', '--product', 'deck,slides'], { cwd });
  expect(run.stderr).not.toContain('[font/no-glyph]');
  expect(run.code).toBe(0);
  const pdf = readFileSync(join(cwd, 'out/public/talk/slides.pdf'), 'latin1');
  expect(pdf).toContain('NotoSansArabic-Regular');
  expect(pdf).toContain('NotoSansArabic-Bold');
  // Nothing of it is set in a font of this machine.
  const fonts = new Set([...pdf.matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)].map(([, name = '']) => name));
  expect(
    [...fonts].filter((name) => !/^(?:Archivo|JetBrains|NotoSansArabic|HarborMarks)/.test(name)),
  ).toEqual([]);
  const deck = readFileSync(join(cwd, 'out/public/talk/index.html'), 'utf8');
  expect(deck).toMatch(/<div class="slide layout-content"[^>]* dir="rtl"/);
});
