import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { coloursIn } from '../model/colour.js';
import { type Ground, groundOf } from '../model/ground.js';
import type { Slide } from '../model/workshop.js';
import { isRemote } from '../parse/references.js';
import type { RenderContext } from './context.js';
import { attributeString } from './html.js';
import { notFetched } from './not-fetched.js';

/** What a slide's ground adds to the slide: the same on every screen and on paper. */
export interface DrawnGround {
  readonly classes: readonly string[];
  readonly style: string;
  /** A picture or film behind everything; empty where there is none. */
  readonly layer: string;
}

/**
 * Draws `background=` and its relatives. reveal.js would do it on layers of its own, which neither paper nor the
 * speaker's window have.
 */
export function drawGround({ attributes }: Slide, context: RenderContext): DrawnGround {
  const ground = groundOf(attributes);
  if (ground === null) return { classes: [], style: '', layer: '' };
  const layer = layerOf(ground, context);
  // A faint picture leaves the ground its lightness.
  const faint = layer !== '' && ground.opacity !== null && ground.opacity <= 0.3;
  const washed = attributes.classes.includes('wash');
  const plates = (layer !== '' && !faint && !washed) || (ground.mixed && layer === '');
  const classes = [
    ...(ground.paint === null && layer === '' ? [] : ['has-background']),
    ...(ground.inks === null || ground.mixed
      ? []
      : [ground.inks === 'dark' ? 'has-light-background' : 'has-dark-background']),
    ...((ground.vivid && !ground.mixed) || faint || (washed && layer !== '') ? ['has-vivid-background'] : []),
    ...(plates ? ['has-plates'] : []),
  ];
  return { classes, style: paintOf(ground), layer };
}

function paintOf({ paint, mixed }: Ground): string {
  if (paint === null) return '';
  if (!paint.includes('gradient')) return `--ground: ${paint}`;
  // The first colour stands for all of them where only one can: around the slide on a screen of another shape.
  const plain = mixed ? '' : `--ground: ${coloursIn(paint)[0]}; `;
  return `${plain}background-image: ${paint}`;
}

function layerOf(ground: Ground, context: RenderContext): string {
  const { picture, films, opacity } = ground;
  const still = picture && localFile(picture.span.file, picture.value ?? '', context);
  const sources = films.flatMap(({ target, pair }) => localFile(pair.span.file, target, context) ?? []);
  const look = opacity === null ? '' : `; opacity: ${opacity}`;
  const size = safe(ground.size) ?? 'cover';
  if (sources.length > 0 && context.steps === 'first') {
    const fit = size === 'contain' ? 'contain' : 'cover';
    const film = attributeString([
      ['class', 'slide-ground'],
      ['style', `object-fit: ${fit}${look}`],
      ['poster', still?.href ?? null],
      ['muted', true],
      ['loop', true],
      ['playsinline', true],
      ['preload', 'metadata'],
      ['data-autoplay', true],
      ['aria-hidden', 'true'],
      ['tabindex', '-1'],
    ]);
    const files = sources.map(
      ({ href, mediaType }) =>
        `<source${attributeString([
          ['src', href],
          ['type', mediaType],
        ])}>`,
    );
    return `<video${film}>${files.join('')}</video>\n`;
  }
  if (!still) return '';
  const style = `background: url("${still.href}") ${safe(ground.position) ?? 'center'} / ${size} ${safe(ground.repeat) ?? 'no-repeat'}${look}`;
  return `<div${attributeString([
    ['class', 'slide-ground'],
    ['style', style],
  ])}></div>\n`;
}

function localFile(from: string, target: string, context: RenderContext) {
  return isRemote(target) ? null : context.media(from, target.trim());
}

/** Words and lengths only: what stands there goes into a rule. */
function safe(value: string | null): string | null {
  return value !== null && /^[\w\s.%-]+$/.test(value) ? value : null;
}

/** Pictures and films behind a slide that lie elsewhere. */
export function remoteGround({ attributes }: Slide): readonly Diagnostic[] {
  const ground = groundOf(attributes);
  if (ground === null) return [];
  const { picture, films } = ground;
  const named = [
    ...(picture ? [{ target: picture.value ?? '', span: picture.span }] : []),
    ...films.map(({ target, pair }) => ({ target, span: pair.span })),
  ];
  return named.filter(({ target }) => isRemote(target)).map(({ target, span }) => notFetched(target, span));
}

/** Whether a slide looks otherwise on paper, where no film is played. */
export function hasFilm({ attributes }: Slide): boolean {
  return (groundOf(attributes)?.films.length ?? 0) > 0;
}
