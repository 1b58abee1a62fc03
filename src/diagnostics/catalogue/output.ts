import type { Entry } from './entry.js';

export const output = {
  'leak/found': {
    severity: 'error',
    title: 'Something private would be published',
    explanation: `Everything below \`public/\` may be published as it stands. So every file of it is looked through before it is put in place: pages with their source, stylesheets and drawings, and PDFs with their bookmarks, properties, links and attachments. None may hold what is not for the public: speaker notes, what is for whoever teaches, solutions, hidden slides and fences, comments, and files that only these use.

Six words in a row that stand in such a passage and nowhere in what the deck shows to everybody are a leak; of a passage with fewer words all of them, if one has four letters. Case, blanks, hyphens and digits do not matter. \`handout: { notes: true }\` publishes the notes in the handout, and only there.

A deck that leaks is not published; what an earlier build made of it stays. If the words are meant for everybody, write them where everybody sees them. If not, the mistake is Deckhand's or a template's: please report it.`,
  },
  'output/busy': {
    severity: 'error',
    title: 'Another build is writing to the output folder',
    explanation: `Two builds that write to one folder at the same time would mix their files, so the second one stops. While a build runs, a folder \`.deckhand-…-lock\` lies beside the output folder; the message names its process.

Wait until the other build has ended, or build into another folder with \`-o\`. A build that was killed blocks nothing: the next one sees that its process is gone and takes over. Where that cannot be seen, as with a build in another container or on another machine, it counts as gone after a minute without a sign of life.`,
  },
  'output/disk-full': {
    severity: 'error',
    title: 'The disk is full',
    explanation: `Everything is written beside the output folder first and put in place when all of it is there. The disk had no room for that, so nothing in the folder was changed: the last good build is still there.

Free some space, or build into a folder on another disk with \`-o\`.`,
  },
  'output/half-done': {
    severity: 'error',
    title: 'The files were only partly put in place',
    explanation: `While finished files were put in place the system refused one, and then refused to undo what had been done. Each file is whole, old or new, but they do not all belong to the same build.

The disk may be failing, or another program holds files in the folder. Mend that and build again: the next build finishes the work.`,
  },
  'output/large-file': {
    severity: 'warning',
    title: 'A deck of one file is too large for mail',
    explanation: `With \`--single-file\` everything that a deck shows lies in one HTML file: pictures, films, fonts and files to keep, each a third larger than it is on the disk. Many mail servers refuse messages above 25 MB, and so does this warning. The file is written all the same.

Make the largest smaller, which the message names: films above all. Or give the file on a stick, or as a link.`,
  },
  'output/left-behind': {
    severity: 'warning',
    title: 'A file that is not made any more was left in place',
    explanation: `When a deck or a product goes away its files are removed, but only those that still hold what Deckhand wrote. This one was changed since by somebody else, or could not be removed.

It does not belong to the build any more. Remove it yourself if nobody needs it.`,
  },
  'output/not-a-folder': {
    severity: 'error',
    title: 'The output folder is not a folder',
    explanation: `What \`-o\` names is a file, or a link that leads to no folder, or lies below a file.

Name another folder; it is made if it is not there.`,
  },
  'output/not-ours': {
    severity: 'error',
    title: 'The output folder holds files of somebody else',
    explanation: `Deckhand builds into a new folder, an empty one, or one that it made itself, which has a file \`.deckhand.json\`. It does not mix its files with those of others: a mistyped \`-o\` must not harm them.

Name a new or an empty folder with \`-o\`.`,
  },
  'output/not-writable': {
    severity: 'error',
    title: 'The output folder cannot be written',
    explanation: `You may not write to the folder, or to a folder in it or around it, or it lies on a disk that is read-only.

Build into another folder with \`-o\`, or change who may write to this one.`,
  },
  'output/other-disk': {
    severity: 'error',
    title: 'A folder inside the output folder is another disk',
    explanation: `A finished file replaces the old one in a single step, so that nobody ever sees half of it. That works on one disk only, and a folder inside the output folder is a disk of its own (a mounted volume, for example).

The output folder as a whole may be such a disk: name it with \`-o\`.`,
  },
  'output/strangers-file': {
    severity: 'error',
    title: 'A file of somebody else is in the way',
    explanation: `Deckhand has to write to a path in the output folder where something lies that it did not make: a file, a folder, or a link. It never writes over such things, and it never follows a link inside the folder. Nothing was changed.

Move what is there away, or build into another folder with \`-o\`.`,
  },
  'output/unreadable-manifest': {
    severity: 'error',
    title: 'The list of built files cannot be read',
    explanation: `\`.deckhand.json\` in the output folder says which files Deckhand made; nothing else is ever written over or removed. It is damaged, or a newer version of Deckhand wrote it, so it is not known what may be touched. Nothing was changed.

If everything in the folder can be built again, remove the folder. Otherwise name another one with \`-o\`.`,
  },
  'output/unsafe-folder': {
    severity: 'error',
    title: 'This folder must not be built into',
    explanation: `The root of the disk, your home folder, the folder you work in, and any folder that holds what is to be built are never the output folder: a build replaces and removes files there.

Name a folder of its own with \`-o\`, such as \`-o dist\`.`,
  },
  'output/write-failed': {
    severity: 'error',
    title: 'The system could not write',
    explanation: `The system reported a failure that is neither a full disk nor a lack of rights; the message has its code. What had been changed until then was put back.

Look at the disk, or build into another folder with \`-o\`.`,
  },
} as const satisfies Record<string, Entry>;
