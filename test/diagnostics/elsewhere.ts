import type { Code } from '../../src/diagnostics/catalogue.js';

interface Elsewhere {
  readonly why: string;
  /** The test that shows it instead, from the root of the repository. */
  readonly test: string;
}

/** Diagnostics that a folder of content cannot show, and the tests that do. An entry that is not needed fails. */
export const elsewhere: Readonly<Partial<Record<Code, Elsewhere>>> = {
  'path/not-a-file': {
    why: 'no file of a repository is a device or a pipe',
    test: 'test/unit/load/inside-root.test.ts',
  },
  'path/unreadable': {
    why: 'permissions do not survive in a repository',
    test: 'test/unit/load/read-text.test.ts',
  },
  'text/too-large': { why: 'it takes a file of 10 MB', test: 'test/unit/load/read-text.test.ts' },
  'text/too-slow': { why: 'it takes two seconds', test: 'test/unit/parse/too-slow.test.ts' },
  'asset/too-heavy': { why: 'it takes a file of 50 MB', test: 'test/unit/load/read-asset.test.ts' },
  'theme/extends': {
    why: 'themes of a repository are none of ours',
    test: 'test/unit/theme/theme-levels.test.ts',
  },
  'usage/theme-name': { why: 'it takes another command', test: 'test/cli/themes.test.ts' },
  'browser/missing': {
    why: 'there is a browser where tests run',
    test: 'test/unit/print/find-browser.test.ts',
  },
  'browser/missing-library': {
    why: 'the browser of the tests has its libraries',
    test: 'test/unit/print/find-browser.test.ts',
  },
  'browser/passed-over': {
    why: 'the message names the browser that this machine has',
    test: 'test/unit/print/find-browser.test.ts',
  },
  'browser/no-start': { why: 'the browser of the tests starts', test: 'test/browser/lend.test.ts' },
  'print/timeout': { why: 'it takes 30 seconds', test: 'test/browser/verify-pdf.test.ts' },
  'print/crashed': { why: 'no content is known to do it', test: 'test/browser/verify-pdf.test.ts' },
  'print/page-count': { why: 'no content is known to do it', test: 'test/browser/verify-pdf.test.ts' },
  'print/blank': { why: 'no content is known to do it', test: 'test/browser/verify-pdf.test.ts' },
  'print/lost-bookmark': {
    why: 'what hides a slide is taken out before',
    test: 'test/browser/verify-pdf.test.ts',
  },
  'print/refused': {
    why: 'what a page might ask for is taken out before',
    test: 'test/browser/wall.test.ts',
  },
  'diagram/too-slow': { why: 'it takes ten seconds', test: 'test/unit/diagrams/dot.test.ts' },
  'diagram/crashed': { why: 'no content is known to do it', test: 'test/browser/mermaid.test.ts' },
  'leak/found': { why: 'it takes a mistake of ours', test: 'test/cli/leaks.test.ts' },
  'output/busy': { why: 'it takes two builds at once', test: 'test/cli/output-at-once.test.ts' },
  'output/disk-full': { why: 'it takes a full disk', test: 'test/cli/output-disks.test.ts' },
  'output/half-done': {
    why: 'it takes a disk that fails in the middle',
    test: 'test/cli/output-killed.test.ts',
  },
  'output/large-file': { why: 'it takes a film of 20 MB', test: 'test/cli/single-file.test.ts' },
  'output/left-behind': {
    why: 'it takes two builds, one after the other',
    test: 'test/unit/output/publish.test.ts',
  },
  'output/not-writable': {
    why: 'permissions do not survive in a repository',
    test: 'test/cli/output-rights.test.ts',
  },
  'output/other-disk': { why: 'it takes a second disk', test: 'test/cli/output-disks.test.ts' },
  'output/write-failed': { why: 'it takes a disk that fails', test: 'test/cli/output-disks.test.ts' },
};
