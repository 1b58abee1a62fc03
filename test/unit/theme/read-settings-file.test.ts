import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettingsFile } from '../../../src/theme/read-settings-file.js';
import { workspace } from '../../support/workspace.js';

test.each([
  ['the way JSON is', '{ "page": "Page", "callouts": { "tip": "Tip" } }'],
  ['the way people write YAML', '# words\npage: Page\ncallouts:\n  tip: Tip\n'],
])('a file written %s says the same', async (_, text) => {
  const folder = await workspace({ 'words.yaml': text });
  expect(readSettingsFile(join(folder, 'words.yaml'))).toEqual({ page: 'Page', callouts: { tip: 'Tip' } });
});
