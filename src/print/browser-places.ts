import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Programs that puppeteer installed, newest first, headless shells before whole browsers since they start faster. */
export async function puppeteerPrograms(): Promise<string[]> {
  const cache = process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
  const programs: string[] = [];
  for (const browser of ['chrome-headless-shell', 'chrome']) {
    // <cache>/chrome/linux-147.0.7727.24/chrome-linux64/chrome
    const builds = await list(join(cache, browser));
    builds.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    for (const build of builds) {
      for (const folder of await list(join(cache, browser, build))) {
        programs.push(join(cache, browser, build, folder, programIn(browser)));
      }
    }
  }
  return programs;
}

function programIn(browser: string): string {
  if (process.platform === 'win32') return `${browser}.exe`;
  if (process.platform !== 'darwin' || browser !== 'chrome') return browser;
  return 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
}

async function list(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

/** Where a system has Chrome, Chromium or Edge, when it has them. */
export function systemPrograms(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
        ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) =>
          join(folder, `${name}.app`, 'Contents', 'MacOS', name),
        ),
      );
    case 'win32':
      return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
        .map((variable) => process.env[variable])
        .filter((folder) => folder !== undefined)
        .flatMap((folder) => [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Chromium', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ]);
    default: {
      const names = [
        'google-chrome-stable',
        'google-chrome',
        'chromium',
        'chromium-browser',
        'microsoft-edge-stable',
        'microsoft-edge',
      ];
      const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
      return names.flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  }
}
