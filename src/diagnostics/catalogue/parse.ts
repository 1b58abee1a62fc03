import type { Entry } from './entry.js';

export const parse = {
  'text/long-line': {
    severity: 'error',
    title: 'A line is longer than the parser reads',
    explanation:
      'Lines of more than 100,000 characters are refused, so that no file can hang a build. Usually such a line is a picture or data pasted into the text: save it as a file and refer to it.',
  },
  'text/too-deep': {
    severity: 'error',
    title: 'Quotes, lists or blocks are nested too deep',
    explanation:
      'Quotes, lists and `:::` blocks may be nested 40 deep. More than that is no slide anybody can read, and would exhaust the parser.',
  },
  'text/too-slow': {
    severity: 'error',
    title: 'A file takes too long to read',
    explanation:
      'A file is given two seconds to be parsed, a large one up to three; a deck of a thousand slides takes a fifth of one. What takes longer is nearly always a long run of unmatched marks such as `*a **a *a **a` or `![[]()![[]()`. Close them, or put the text into a code block.',
  },
  'fence/unclosed': {
    severity: 'error',
    title: 'A code block is never closed',
    explanation:
      'A code block opened with three or more backticks or tildes ends at a line with at least as many of the same. Without that line everything to the end of the file would be code, dividers and notes included.',
  },
  'comment/unclosed': {
    severity: 'error',
    title: 'A comment is never closed',
    explanation:
      'A comment starts with `<!--` and ends with `-->`. Without its end it would hide the rest of the file.',
  },
  'comment/unread': {
    severity: 'warning',
    title: 'Something in a comment about a slide cannot be read',
    explanation:
      'A comment such as `<!-- .slide: … -->` or `<!-- .element: … -->` holds attributes: `class="dark"`, `data-transition="fade"`, with quotes around values and blanks between. What is neither was left out, the rest was read.',
  },
  'block/unclosed': {
    severity: 'error',
    title: 'A `:::` block is never closed',
    explanation:
      'A block ends at a line with nothing but as many colons as its opening has. It may not run across a divider: a block belongs to one slide.',
  },
  'block/across-divider': {
    severity: 'error',
    title: 'A `:::` block runs across a divider',
    explanation:
      'A line of three or four hyphens ends a slide, and a block belongs to one slide. Close the block before the divider and open it again after it; for a rule inside a block write `***`.',
  },
  'block/stray-close': {
    severity: 'error',
    title: 'A line of colons closes nothing',
    explanation:
      'A line of only colons ends the block opened with as many colons. Here no such block is open: it may have been closed already, or it was opened with more or fewer colons.',
  },
  'block/unknown': {
    severity: 'error',
    title: 'A block of this name does not exist',
    explanation:
      'After `:::` stands the name of a block. For a plain box with a class of your own write `::: {.my-class}`.',
  },
  'block/bad-attributes': {
    severity: 'error',
    title: 'The braces after a block’s name are no attributes',
    explanation:
      'Attributes look like `{.class #id key=value key="two words"}`. The braces have to be closed on the same line, and values with spaces need quotes.',
  },
  'block/needs-argument': {
    severity: 'error',
    title: 'A block lacks what it is about',
    explanation:
      'Some blocks need a word after their name: `::: include part.md`, `::: lines 6`, `::: qr https://example.org`.',
  },
  'block/unused-words': {
    severity: 'warning',
    title: 'Words behind the name of a block mean nothing',
    explanation:
      'Behind the opening of a callout stands its title, behind `include`, `lines` and `qr` what they are about. The other blocks take attributes in braces only, so words there would be lost.',
  },
  'attribute/alone': {
    severity: 'warning',
    title: 'Attributes that belong to nothing',
    explanation:
      'Attributes in braces on a line of their own belong to the list, table, quote, fence or block directly above that line. With a blank line between, or nothing above, they belong to nothing. Where braces are meant as words, a backslash before them says so: `\\{.x}`.',
  },
  'notes/below-list': {
    severity: 'warning',
    title: '`Note:` below a list is indented like its words',
    explanation:
      'A line `Note:` begins the speaker’s notes, indented or not. Below a list an indented line might also have been meant as words of the last item; they are taken for notes, since a note on the slide would be shown to all.',
  },
  'notes/inside-block': {
    severity: 'warning',
    title: '`Note:` inside a block is shown on the slide',
    explanation:
      'Speaker notes start at a line `Note:` that stands outside of all blocks, lists and quotes. Inside a block the words are part of the slide. For notes in a box write `::: notes`.',
  },
  'slide/setext-heading': {
    severity: 'warning',
    title: 'Hyphens directly below text make it a heading',
    explanation:
      'As in all Markdown, a line of hyphens directly below a line of text makes that text a heading; it does not end the slide. Put a blank line between the two to end the slide, or write `## Title` to say that it is a heading.',
  },
  'slide/empty': {
    severity: 'warning',
    title: 'An empty slide is left out',
    explanation:
      'Between two dividers stands nothing. For a slide that is empty on purpose give it a setting, such as `<!-- slide: layout=statement -->`.',
  },
  'table/extra-cells': {
    severity: 'warning',
    title: 'A row of a table has more cells than its head',
    explanation:
      'A table has as many columns as its head. As on GitHub, further cells of a row are left out. Often a `|` in code or words was meant as itself: write `\\|`.',
  },
  'table/too-large': {
    severity: 'error',
    title: 'A table has more cells than can be drawn',
    explanation:
      'A table may have 100,000 cells, which is far beyond any slide. Rows that are shorter than the head count as long as it: the cells they leave out are drawn, too.',
  },
  'code/bad-steps': {
    severity: 'warning',
    title: 'The steps of a code block cannot be read',
    explanation:
      'Steps name lines counted from 1: `{3|5-7|all}`. Only digits, commas, hyphens, bars and the word `all` stand there.',
  },
  'code/body-and-file': {
    severity: 'error',
    title: 'A code block has a body and a file',
    explanation:
      'With `file=` the code comes from that file, so the block stays empty. Otherwise there would be two truths.',
  },
  'link/unused-address': {
    severity: 'warning',
    title: 'Words are read as the address of a link that is not there',
    explanation:
      'In Markdown a line such as `[docs]: https://docs.docker.com` says where links called `[docs]` lead, and shows nothing. So does `[click]: next`, where words were meant. With a backslash, `\\[click]: next`, they are words.',
  },
  'footnote/undefined': {
    severity: 'warning',
    title: 'A footnote that is referred to is not there',
    explanation:
      '`[^1]` refers to a footnote, which stands anywhere in the same file, or in one that includes it or that it includes, in a paragraph that begins with `[^1]:`. Without one the characters stay what they are.',
  },
  'footnote/unused': {
    severity: 'warning',
    title: 'Nothing refers to a footnote',
    explanation:
      'A footnote is shown on the slides that refer to it with `[^name]`, and nowhere else. This one no slide refers to, so that its words would be lost.',
  },
  'footnote/duplicate': {
    severity: 'warning',
    title: 'Two footnotes of a file have one name',
    explanation:
      'Each footnote of a file has a name of its own, which can be any word. Where two have the same name, the first one is meant and the second one shown nowhere.',
  },
  'footnote/private': {
    severity: 'warning',
    title: 'A slide refers to a footnote that is for the speaker only',
    explanation:
      'A footnote that stands below `Note:`, on a hidden slide or in a block such as `guide` is private like all that stands there. The slide shows neither its number nor its words; notes that refer to it do.',
  },
} as const satisfies Record<string, Entry>;
