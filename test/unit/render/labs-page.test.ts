import { expect, test } from 'vitest';
import { labsPage } from '../../../src/render/products/labs-page.js';
import { workbookPage } from '../../../src/render/products/workbook-page.js';
import { prepare } from '../../support/prepared.js';

const fence = (info: string) => `1. Do it.\n\n   \`\`\`${info}\n   \`\`\`\n`;

async function pages(lab: string, below = '') {
  const { rendered, said } = await prepare({
    'talk.md': `---\ntitle: x\n---\n\n# Part\n\n---\n\n## Lab\n\n::: lab Moor\n### Steps\n\n${lab}\n:::\n\n${below}\n`,
    'shown.yaml': 'a: 1\n',
    'secret-answer.yaml': 'b: 2\n',
  });
  const html = (page: ReturnType<typeof labsPage>) => page?.html ?? '';
  return { labs: html(labsPage(rendered())), workbook: html(workbookPage(rendered())), said };
}

test('a sheet names the files that are shown and written, and none of a solution or a hidden fence', async () => {
  const { labs } = await pages(
    [
      fence('yaml {file=shown.yaml}'),
      '1. Write.\n\n   ```yaml {write=app/made.yaml}\n   a: 1\n   ```\n',
      '1. Test.\n\n   ```yaml {write=secret-test.yaml hidden}\n   a: 1\n   ```\n',
      '### Solution\n\n```yaml {file=secret-answer.yaml}\n```\n\n```yaml {write=secret-own.yaml}\nb: 2\n```\n',
    ].join('\n'),
  );
  const files = /class="lab-files"[\s\S]*?<\/p>/.exec(labs)?.[0] ?? '';
  expect([...files.matchAll(/<code>([^<]*)<\/code>/g)].map(([, name]) => name)).toEqual([
    'shown.yaml',
    'app/made.yaml',
  ]);
  expect(labs).not.toContain('secret');
});

test('a footnote of a lab stands on its sheet, and one of a term below the glossary', async () => {
  const { labs, workbook } = await pages(
    `1. Moor her[^rope].\n\n   \`\`\`console\n   $ moor\n   \`\`\`\n`,
    '::: term Hitch\nA knot[^knot].\n:::\n\n[^rope]: With the long rope.\n\n[^knot]: Not a bend.',
  );
  expect(labs).toContain('With the long rope.');
  const glossary = workbook.slice(workbook.indexOf('class="glossary"'));
  expect(glossary).toContain('Not a bend.');
});
