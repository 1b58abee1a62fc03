import type { Entry } from './entry.js';

/** Finding decks and reading their files. */
export const load = {
  'path/missing': {
    severity: 'error',
    title: 'A file that is not there',
    explanation: `Something in the deck names a file that does not exist. Paths are relative to the file they stand in, \`/\` divides
folders, and capital letters matter on most systems, so a path that works on one machine may fail on another.`,
  },
  'path/outside-root': {
    severity: 'error',
    title: 'A path that leaves the content root',
    explanation: `Nothing outside of the content root is read, neither by \`..\` nor through a symbolic link, so that a deck from
somebody else can be built without fear. The content root is the folder on the command line; for a single file the working
folder, or the file's own folder where that lies elsewhere.

Move the file below the root, or name a higher folder with \`--root\`.`,
  },
  'path/absolute': {
    severity: 'error',
    title: 'An absolute path',
    explanation: `A path such as \`/home/ada/cat.png\` or \`C:/cat.png\` names another file, or none, on every other machine. Put the
file beside the deck and write its path relative to the file that shows it.`,
  },
  'path/backslash': {
    severity: 'error',
    title: 'A path with a backslash',
    explanation: `Backslashes divide folders on Windows only. \`/\` works on every system, Windows included.`,
  },
  'path/bad': {
    severity: 'error',
    title: 'A path that cannot name a file',
    explanation: `The path is empty, too long, holds a control character, or is a symbolic link that leads back to itself.`,
  },
  'path/folder': {
    severity: 'error',
    title: 'A folder where a file is needed',
    explanation: `The path leads to a folder. Name a file in it.`,
  },
  'path/not-a-folder': {
    severity: 'error',
    title: 'A file where a folder is needed',
    explanation: `The path leads to a file. Name the folder that it lies in.`,
  },
  'path/not-a-file': {
    severity: 'error',
    title: 'Something that is no ordinary file',
    explanation: `The path leads to a device, a pipe or a socket. Reading one of these can wait for ever, so Deckhand does not.`,
  },
  'path/unreadable': {
    severity: 'error',
    title: 'A file that may not be read',
    explanation: `The file is there, and the system does not let you read it. Its permissions, or those of a folder above it, say so.`,
  },
  'path/link-skipped': {
    severity: 'warning',
    title: 'A symbolic link that was not searched',
    explanation: `While looking for decks, a symbolic link was met that leads out of the content root, in a circle, or nowhere. What is
behind it was left out. Put a copy in its place, or name a folder that holds both with \`--root\`.`,
  },
  'link/not-published': {
    severity: 'warning',
    title: 'A link to Markdown',
    explanation: `A file that a link leads to goes along with the deck, where everybody can read it. Markdown does not: a module, or
another talk in the same folder, has its notes and its hidden slides in it. The words of the link are shown as they are.

To lead to a slide, link to its id: \`[see there](#rolling)\`. What people should take home is a PDF or a text file.`,
  },
  'text/not-utf8': {
    severity: 'error',
    title: 'A text that is not UTF-8',
    explanation: `Texts are UTF-8, which all editors write today. A file from an old editor may be Latin-1 or UTF-16; then letters such
as ä or é would come out wrong. Open it, see that it looks right, and save it as UTF-8.`,
  },
  'text/not-text': {
    severity: 'error',
    title: 'A file that is no text',
    explanation: `The file holds NUL bytes, which no text does: it is a picture, an archive or a program.`,
  },
  'text/too-large': {
    severity: 'error',
    title: 'A text beyond all measure',
    explanation: `A text may have 10 MB, which is ten thick books. Split it into modules.`,
  },
  'image/not-an-image': {
    severity: 'error',
    title: 'A picture that is none',
    explanation: `The file is not a picture that browsers show, whatever its name ends in: often a web page that was saved in the
picture's place, a download that broke off, or a format such as HEIC or TIFF. Export it as PNG, JPEG, WebP, AVIF or SVG.`,
  },
  'image/too-large': {
    severity: 'error',
    title: 'A picture of monstrous size',
    explanation: `More than 50 megapixels take a browser hundreds of megabytes of memory, however small the file is, and many seconds.
A slide shows two megapixels and a printed page fewer than 35. Make the picture smaller.`,
  },
  'image/unsafe-svg': {
    severity: 'error',
    title: 'An SVG that Deckhand does not open',
    explanation: `The SVG has a document type or entities, which can name other files or unfold without end; or it is not UTF-8, larger
than 10 MB, or holds a picture of monstrous size. Old drawing programs and Graphviz write a line that starts with
\`<!DOCTYPE\`: delete it, and the picture stays the same.`,
  },
  'asset/wrong-kind': {
    severity: 'error',
    title: 'A video, sound or font that is none',
    explanation: `The file's content is not what it is used as. Videos are MP4, WebM or Ogg; sounds MP3, M4A, Ogg, WAV or FLAC; fonts
WOFF2, WOFF, TrueType or OpenType.`,
  },
  'asset/too-heavy': {
    severity: 'error',
    title: 'A file too heavy to go along',
    explanation: `A picture may have 50 MB, a font 20 MB, a sound 200 MB and a video 500 MB. Everything a deck shows is copied into
every product, and has to be opened on the machine in the room.`,
  },
  'deck/no-modules': {
    severity: 'error',
    title: 'A deck.yaml that leads to no text',
    explanation: `A \`deck.yaml\` lists the files of the deck under \`modules:\`. Without that list the deck is \`index.md\`, \`deck.md\`, or the
only Markdown file beside it (a README does not count); here it is none of these.`,
  },
  'deck/text-beside-modules': {
    severity: 'warning',
    title: 'A text that is in no part of the deck',
    explanation: `The front matter of this file lists \`modules\`, so the deck is made of those files, and what stands below the front
matter is shown nowhere. Move it into a module.`,
  },
  'deck/yml': {
    severity: 'warning',
    title: 'Settings in a file of another name',
    explanation: `The settings of a deck that is a folder stand in \`deck.yaml\`. This folder has a file whose name is nearly that, so
it was searched as if it had no settings.`,
  },
  'deck/module-twice': {
    severity: 'error',
    title: 'The same module twice',
    explanation: `A module is one section of the deck. Named twice, every slide of it would be there twice, under the same address.`,
  },
  'deck/same-name': {
    severity: 'error',
    title: 'Two decks of the same name',
    explanation: `A deck is built into a folder of its name: its path below the argument, without ending. Two decks, or a deck and an
edition of another, would be built over each other. Names that differ in capital letters only are the same on many systems.

Rename one, or build the folder that holds both: then each name has the way there in it.`,
  },
  'deck/bad-name': {
    severity: 'error',
    title: 'A deck whose name cannot be a folder',
    explanation: `A deck is built into a folder of its name, which is also part of an address. So the name cannot be empty, \`.\` or \`..\`,
nor hold a control character or one of \`\\ : * ? " < > |\`.`,
  },
  'usage/no-such-path': {
    severity: 'error',
    title: 'A path on the command line that is not there',
    explanation: `The command names a file or folder that does not exist. Paths are relative to the working folder.`,
  },
  'usage/no-deck': {
    severity: 'error',
    title: 'Something that cannot be a deck',
    explanation: `The command names something that is neither a file nor a folder.`,
  },
  'usage/bad-root': {
    severity: 'error',
    title: 'A content root that is none',
    explanation: `\`--root\` names the folder that nothing is read outside of. It has to be there, and to be a folder.`,
  },
  'usage/outside-root': {
    severity: 'error',
    title: 'A deck outside of the content root',
    explanation: `\`--root\` names the folder that nothing is read outside of, and a path on the command line lies outside of it.`,
  },
} as const satisfies Record<string, Entry>;
