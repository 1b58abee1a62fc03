/** Who is measured: Deckhand as it was compiled, and the peers that are on the machine or can be installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));
const deckhandCli = path.join(repository, 'lib', 'cli.js');
/** The one major version the figures are about. */
const MARP = '@marp-team/marp-cli@4';
/** Installing a peer and its 150 packages on a slow line. */
const INSTALL_MS = 300_000;

/** @typedef {{ name: string, version: string, command: string, args: string[] }} Tool */

/** Where peers are kept between runs: outside the repository, whose own dependencies they are not. */
function cacheFolder() {
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'deckhand-bench');
}

function firstLine(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? (stdout || stderr).split('\n')[0].trim() : null;
}

/** @returns {Tool | null} `null` when it was not compiled */
export function findDeckhand() {
  if (!existsSync(deckhandCli)) return null;
  const { version } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8'));
  return { name: 'Deckhand', version, command: process.execPath, args: [deckhandCli] };
}

/** @returns {Tool | null} `null` when it is not on the PATH */
export function findPandoc() {
  const line = firstLine('pandoc', ['--version']);
  return line && { name: 'Pandoc', version: line.replace(/^pandoc\s*/, ''), command: 'pandoc', args: [] };
}

/**
 * Marp CLI, installed once with npm, without running anybody's install scripts.
 * @param {(text: string) => void} progress
 * @returns {Promise<Tool | string>} the reason when it cannot be had
 */
export async function installMarp(progress) {
  const folder = path.join(cacheFolder(), 'marp');
  const home = path.join(folder, 'node_modules', '@marp-team', 'marp-cli');
  if (!existsSync(path.join(home, 'package.json'))) {
    progress('installing Marp CLI');
    await mkdir(folder, { recursive: true });
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const done = spawnSync(npm, ['install', '--prefix', folder, ...flags, MARP], {
      encoding: 'utf8',
      timeout: INSTALL_MS,
      shell: process.platform === 'win32',
    });
    if (done.status !== 0) return `npm could not install it: ${firstComplaint(done)}`;
  }
  const { version, bin } = JSON.parse(await readFile(path.join(home, 'package.json'), 'utf8'));
  return { name: 'Marp', version, command: process.execPath, args: [path.join(home, bin.marp)] };
}

function firstComplaint({ error, stderr }) {
  return error?.message ?? stderr?.trim().split('\n')[0] ?? 'no reason given';
}

/** Chromium refuses its sandbox to the root user, Marp's and the bare print's alike. */
export const isRoot = process.getuid?.() === 0;
