/**
 * Makes the font files of a theme again: `npm run fonts`. The results are committed, so a build needs none of the
 * packages read here.
 *
 * Why not take Fontsource's files as they are: variable fonts turn into Type 3 fonts in Chromium's PDFs, there
 * is no static Archivo that is wide, and Fontsource's subsets lack what talks about software are full of: arrows, box
 * drawing, check marks. So every face is a static instance with one subset chosen for that, the same on screen
 * and on paper, which keeps both looking alike to the pixel.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fontverter from 'fontverter';
import subsetFont from 'subset-font';

const require = createRequire(import.meta.url);

/** Ranges of code points, both ends included: what words are written with. */
export const latin = [
  [0x20, 0x7e],
  [0xa0, 0x17f], // Latin-1 and Latin Extended-A: č ő ž ł ş ğ
  [0x218, 0x21b],
  [0x2c6, 0x2dd],
  [0x1e9e, 0x1e9e],
  [0x2002, 0x205f], // spaces, dashes, quotes, bullet, ellipsis, primes
  [0x2070, 0x2099], // superior and inferior figures
  [0x20ac, 0x20ac],
  [0x2116, 0x2122],
  [0x2150, 0x215f],
  [0x2190, 0x2199], // arrows
  [0x2202, 0x2265], // minus, root, infinity, comparisons
];
/** What terminals print: trees, boxes, bars, bullets. */
export const terminal = [
  [0x21b0, 0x21ff],
  [0x2500, 0x25ff],
];
/** What is typed in commands, which are bold; a face more would weigh too much for decks. */
export const typed = [
  [0x20, 0x7e],
  ...[...'äöüßÄÖÜé–…'].map((one) => [one.codePointAt(0), one.codePointAt(0)]),
];
export const marks = '✓✔✗✘☐☑☒⚠★☆⏎⌘⚙';

/** Code is shown letter by letter: what is read can be typed. So no ligatures (`calt`, `liga`) in the file at all. */
export const codeFeatures = ['ccmp', 'locl', 'mark', 'mkmk', 'zero'];

/**
 * Writes the faces of a theme beside its `make.mjs`, and `glyphs.json`: what they can draw, for messages about characters
 * that they lack. Headings fall back on the font of the text.
 *
 * @param beside the address of `make.mjs`
 * @param faces each a file, the package's file that it is made of, its ranges and options
 * @param glyphs files by what they draw, `text` and `code`; those of other themes by their way from here
 * @param display the file that titles are set in, where it is not the text's
 */
export async function makeFonts(beside, faces, glyphs, display = null) {
  for (const [file, source, ranges, options] of faces) {
    const text = ranges
      .flatMap(([from, to]) =>
        Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
      )
      .join('');
    const font = await subsetFont(await readFile(require.resolve(source)), text, {
      targetFormat: 'woff2',
      noHinting: true,
      dropTables: ['STAT', 'gasp'],
      ...options,
    });
    await writeFile(new URL(file, beside), font);
    process.stdout.write(`${file} ${font.length} bytes\n`);
  }
  const drawn = {};
  const widths = {};
  for (const [kind, files] of Object.entries(glyphs)) {
    const all = await Promise.all(files.map(async (file) => charactersIn(new URL(file, beside))));
    drawn[kind] = rangesOf(all.flatMap((points) => [...points]));
  }
  // Headings have a face of their own only where a theme brings one.
  for (const [face, file] of Object.entries({ text: glyphs.text[0], display: display ?? glyphs.text[0] })) {
    const font = await fontverter.convert(await readFile(new URL(file, beside)), 'sfnt');
    widths[face] = measured.map(([from, to]) => [from, ...widthsOf(font, from, to)]);
  }
  drawn.widths = widths;
  await writeFile(new URL('glyphs.json', beside), `${JSON.stringify(drawn)}\n`);
}

/** Letters whose widths a build knows, to tell how much fits on a slide. */
const measured = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x2026],
];

/** How wide the letters of a range are, in thousandths of the type's size; what a font lacks is as wide as most. */
function widthsOf(font, from, to) {
  const table = (name) => {
    const count = font.readUInt16BE(4);
    const entry = Array.from({ length: count }, (_, index) => 12 + index * 16).find(
      (at) => font.toString('latin1', at, at + 4) === name,
    );
    return font.subarray(font.readUInt32BE(entry + 8));
  };
  const unitsPerEm = table('head').readUInt16BE(18);
  const last = table('hhea').readUInt16BE(34) - 1;
  const hmtx = table('hmtx');
  const glyphs = glyphsOf(font);
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const glyph = glyphs.get(from + index);
    if (glyph === undefined) return 560;
    return Math.round((hmtx.readUInt16BE(Math.min(glyph, last) * 4) / unitsPerEm) * 1000);
  });
}

async function charactersIn(file) {
  return charactersOf(await fontverter.convert(await readFile(file), 'sfnt'));
}

function charactersOf(font) {
  return new Set(glyphsOf(font).keys());
}

/** Glyphs by code point, from a font's table `cmap`, formats 4 and 12. */
function glyphsOf(font) {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap');
  const cmap = font.subarray(font.readUInt32BE(entry + 8));
  const points = new Map();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const map = cmap.subarray(cmap.readUInt32BE(8 + index * 8));
    const format = map.readUInt16BE(0);
    if (format === 12) {
      for (let group = 0; group < map.readUInt32BE(12); group++) {
        const at = 16 + group * 12;
        const first = map.readUInt32BE(at);
        for (let point = first; point <= map.readUInt32BE(at + 4); point++) {
          points.set(point, map.readUInt32BE(at + 8) + point - first);
        }
      }
    } else if (format === 4) {
      const twice = map.readUInt16BE(6);
      for (let at = 0; at < twice; at += 2) {
        const end = map.readUInt16BE(14 + at);
        const delta = map.readUInt16BE(16 + 2 * twice + at);
        const place = 16 + 3 * twice + at;
        const offset = map.readUInt16BE(place);
        const first = map.readUInt16BE(16 + twice + at);
        for (let point = first; point <= end && point < 0xffff; point++) {
          const glyph = offset === 0 ? point : map.readUInt16BE(place + offset + 2 * (point - first));
          points.set(point, (glyph + delta) & 0xffff);
        }
      }
    }
  }
  return points;
}

function rangesOf(all) {
  const points = [...new Set(all)].sort((a, b) => a - b);
  const ranges = [];
  for (const point of points) {
    const last = ranges.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}
