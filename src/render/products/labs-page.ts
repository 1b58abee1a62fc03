import { documentBlocks } from '../../model/document-blocks.js';
import { blockAt, publicTeaching } from '../../model/public-teaching.js';
import type { Lab } from '../../model/teaching.js';
import type { Block } from '../../parse/ast.js';
import { attribute } from '../../parse/attributes.js';
import { walkBlocks } from '../../parse/walk.js';
import { lengthOf } from '../book/agenda.js';
import { bookPage } from '../book/book.js';
import { coverOf } from '../book/cover.js';
import { drawPieces } from '../book/furniture.js';
import { PaperLinks } from '../book/paper-links.js';
import { titleHtml } from '../html.js';
import type { RenderedPage } from '../page.js';
import { codeOf } from '../qr.js';
import type { RenderedEdition } from '../rendered-edition.js';

/** `labs.pdf`: a sheet a lab, for the desk. Null when there is no lab. */
export function labsPage(rendered: RenderedEdition): RenderedPage | null {
  const { edition, words } = rendered;
  const { labs } = publicTeaching(edition);
  if (labs.length === 0) return null;
  const cover = coverOf(rendered, words.labs, true);
  const idOf = (lab: Lab) => `lab-${lab.number}`;
  const targets = new Set(labs.map(idOf));
  const drawn = labs.map((lab) => {
    const slide = edition.slides.find((one) => one.id === lab.slide);
    const block = slide ? blockAt(slide.blocks, lab) : null;
    const blocks = block?.children ?? [];
    const links = new PaperLinks(targets, words);
    const piece = { ...lab, title: null, blocks };
    const { views, footnotesHtml, assets } = drawPieces(idOf(lab), [piece], 2, rendered, links);
    return {
      lab,
      assets,
      view: {
        id: idOf(lab),
        pageName: idOf(lab),
        head: `${words.blocks.lab} ${lab.number} · ${lab.title}`,
        number: String(lab.number),
        titleHtml: titleHtml(lab.title),
        facts: factsOf(lab),
        files: slide ? filesIn(documentBlocks({ ...slide, blocks }, 'participant')) : [],
        vars: lab.vars,
        plain: !lab.parts.some((part) => part.name === 'steps'),
        html: views[0]?.html ?? '',
        footnotesHtml,
        links: links.list,
      },
    };
  });
  const { url } = edition.settings;
  return bookPage(rendered, {
    product: 'labs',
    template: 'labs.hbs',
    path: `public/${edition.folder}/labs.pdf`,
    kind: words.labs,
    runningHeads: drawn.map(({ view }) => ({ pageName: view.pageName, head: view.head })),
    view: {
      cover: cover.view,
      contents: drawn.map(({ lab, view }) => ({
        href: view.id,
        kicker: `${words.blocks.lab} ${lab.number}`,
        title: lab.title,
        minutes: lab.time === null ? null : lengthOf(lab.time, words),
      })),
      labs: [],
      sheets: drawn.map(({ view }) => view),
      filesCodeHtml: url === null ? null : codeOf(url, rendered.codes) || null,
      url,
    },
    assets: [...cover.assets, ...drawn.flatMap((one) => one.assets)],
    bookmarks: drawn.map(({ view }) => ({ level: 1, title: view.head, target: view.id })),
    places: new Map(labs.map((lab) => [idOf(lab), lab.span])),
  });

  function factsOf({ time, difficulty, environment, needs }: Lab): readonly string[] {
    return [
      ...(time === null ? [] : [lengthOf(time, words)]),
      ...(difficulty === null ? [] : [difficulty]),
      ...(environment === null ? [] : [environment]),
      ...(needs.length === 0 ? [] : [`${words.needs} ${needs.join(', ')}`]),
    ];
  }
}

/** Files that fences write or show, each once. */
function filesIn(blocks: readonly Block[]): readonly string[] {
  const files = walkBlocks(blocks).flatMap((block) => {
    if (block.type !== 'code') return [];
    const written = attribute(block.attributes, 'write')?.value;
    const shown = block.source?.path.replace(/^(?:\.\.?\/)+/, '');
    return [written, shown].flatMap((one) => one || []);
  });
  return [...new Set(files)];
}
