import { Parser } from 'htmlparser2';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Html, InlineHtml } from '../parse/ast.js';
import { placeInHtml } from '../parse/html-place.js';
import { addressOf } from '../parse/html-references.js';
import { isLoadable } from './frames.js';
import { safeHref } from './html.js';
import { isAllowedAttribute, isAllowedTag } from './html-policy.js';
import { frameWaits } from './not-fetched.js';
import { safeStyle } from './style.js';

/** Says what `html: safe` takes out of a piece of raw HTML, each at its place. */
export function droppedHtml(node: Html | InlineHtml): readonly Diagnostic[] {
  const { html } = node;
  const found: Diagnostic[] = [];
  const say = (start: number, end: number, what: string, hint: string) => {
    const place = placeInHtml(node, start, end);
    found.push(
      diagnostic('html/dropped', place, `${what} is left out: content is not trusted with scripts.`, {
        hint,
      }),
    );
  };
  const trust = 'If you wrote this deck yourself, set `html: trusted`.';
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const { startIndex, endIndex } = parser;
        if (tag === 'style' || (tag === 'aside' && attributes.class?.split(/\s+/).includes('notes'))) return;
        if (tag === 'iframe') {
          const address = addressOf(attributes) ?? '';
          if (isLoadable(address)) {
            const place = placeInHtml(node, startIndex, endIndex + 1);
            found.push(frameWaits(address, place));
          } else {
            say(
              startIndex,
              endIndex + 1,
              'This frame',
              'Only pages of the web, `https://…`, may be framed; what else it names becomes a link.',
            );
          }
          return;
        }
        if (!isAllowedTag(tag)) {
          say(startIndex, endIndex + 1, `\`<${tag}>\``, trust);
          return;
        }
        for (const [name, value] of Object.entries(attributes)) {
          const at = startIndex + Math.max(0, html.slice(startIndex, endIndex + 1).indexOf(name));
          if (!isAllowedAttribute(tag, name)) say(at, at + name.length, `\`${name}\``, trust);
          else if (name === 'href' && safeHref(value) === null)
            say(at, at + name.length, `The address \`${value.slice(0, 60)}\``, trust);
          else if (name === 'style' && losesSome(value))
            say(
              at,
              at + name.length,
              'A part of this `style`',
              'Only properties of looks and layout stay, without `url()`.',
            );
        }
      },
    },
    { lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return found;
}

/** Says which pictures of a piece of raw HTML have no words for those who cannot see them, each at its tag. */
export function picturesWithoutWords(node: Html | InlineHtml): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag !== 'img' || saysWhatItShows(attributes)) return;
      const place = placeInHtml(node, parser.startIndex, parser.endIndex + 1);
      found.push(
        diagnostic('image/no-alt', place, 'This picture has no `alt`.', {
          hint: 'Say what it shows, `alt="A crane"`, or that it is decoration: `alt=""`.',
        }),
      );
    },
  });
  parser.end(node.html);
  return found;
}

/** Nothing is something to say, too: it is decoration. */
function saysWhatItShows(attributes: Readonly<Record<string, string>>): boolean {
  if (/^(?:none|presentation)$/i.test(attributes.role ?? '') || attributes['aria-hidden'] === 'true')
    return true;
  return ['alt', 'aria-label', 'aria-labelledby'].some((name) => attributes[name] !== undefined);
}

function losesSome(style: string): boolean {
  return (
    safeStyle(style)
      .split(';')
      .filter((one) => one !== '').length < style.split(';').filter((one) => one.trim() !== '').length
  );
}
