import { beforeEach, describe, expect, it } from 'vitest';
import { emptyManifest, type Manifest } from '../../../src/output/manifest.js';
import { merge, type Plan } from '../../../src/output/plan.js';
import { survey } from '../../../src/output/survey.js';
import { planOf, scatter, temporaryFolder } from '../../support/output-folder.js';

let root: string;
beforeEach(() => {
  root = temporaryFolder();
});

/** What there is to do for a plan in a folder where an earlier plan was carried out. */
function workFor(earlier: Plan, plan: Plan) {
  const before: Manifest = merge(emptyManifest, earlier).next;
  for (const files of earlier.made.values()) {
    for (const file of files) scatter(root, { [file.path]: Buffer.from(file.bytes).toString() });
  }
  const found = survey(root, before, merge(before, plan));
  return { ...found, write: found.write.map((file) => file.path) };
}

const nothing = planOf({});

describe('the order of work', () => {
  it('puts assets in place first, then what pages lead to, then pages, and the shelf last', () => {
    const files = {
      'public/index.html': '',
      'public/a/index.html': '',
      'public/a/slides.pdf': '',
      'public/z/z.css': '',
      'private/a/present.html': '',
    };
    expect(workFor(nothing, planOf({ 'a:deck': files })).write).toEqual([
      'public/z/z.css',
      'public/a/slides.pdf',
      'private/a/present.html',
      'public/a/index.html',
      'public/index.html',
    ]);
  });

  it('makes outer folders first', () => {
    const { folders } = workFor(nothing, planOf({ 'a:deck': { 'a/b/c/x': '', 'a/d/x': '' } }));
    expect(folders.indexOf('a')).toBe(0);
    expect(folders.indexOf('a/b')).toBeLessThan(folders.indexOf('a/b/c'));
  });

  it('removes pages before what they need, and inner folders before outer ones', () => {
    const plan = planOf({ 'a:deck': { 'a/a.css': '', 'a/b/index.html': '' } });
    const { remove, emptied } = workFor(plan, planOf({}, { gone: ['a:deck'] }));
    expect(remove).toEqual(['a/b/index.html', 'a/a.css']);
    expect(emptied).toEqual(['a/b', 'a']);
  });

  it('takes away first what differs from a new file only in case: some disks have no room for both', () => {
    const { clear, write, remove } = workFor(
      planOf({ 'Talk:deck': { 'public/Talk/index.html': 'x' } }),
      planOf({ 'talk:deck': { 'public/talk/index.html': 'x' } }, { gone: ['Talk:deck'] }),
    );
    expect({ clear, write, remove }).toEqual({
      clear: ['public/Talk/index.html'],
      write: ['public/talk/index.html'],
      remove: [],
    });
  });
});
