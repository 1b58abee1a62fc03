import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * Reads a YAML file of Deckhand's own. Those that come with it are written the way JSON is, which is YAML too: reading them
 * then takes no time, while loading a YAML parser takes longer than everything else a small deck needs.
 */
export function readSettingsFile(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  if (text.startsWith('{')) return JSON.parse(text);
  const yaml: typeof import('yaml') = createRequire(import.meta.url)('yaml');
  return yaml.parse(text);
}
