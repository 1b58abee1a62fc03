import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../cache-folder.js';

/**
 * Writes what tells a browser on Linux where fonts are, into its profile, and returns the file's path: the system's fonts, the user's
 * (whose home is not the browser's), and last the font that comes with the browser, for systems without any. What
 * it learns about them it keeps for the next start.
 */
export function writeFontConfiguration(profile: string, fonts: string | null): string {
  const { FONTCONFIG_FILE, FONTCONFIG_PATH = '/etc/fonts' } = process.env;
  const system = FONTCONFIG_FILE ?? join(FONTCONFIG_PATH, 'fonts.conf');
  const own = [
    join(homedir(), '.fonts'),
    join(homedir(), '.local', 'share', 'fonts'),
    ...(fonts === null ? [] : [fonts]),
  ];
  const path = join(profile, 'fonts.conf');
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<include ignore_missing="yes">${escapeXml(system)}</include>`,
    ...own.map((folder) => `<dir>${escapeXml(folder)}</dir>`),
    `<cachedir>${escapeXml(join(cacheFolder(), 'fontconfig'))}</cachedir>`,
    '</fontconfig>',
  ];
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
