/**
 * The memory of a process and everything it started, read from Linux's `/proc`.
 *
 * Taken is PSS (proportional set size): a page that five processes of a browser share counts once, a fifth with each.
 * Summing RSS would count it five times. Where PSS cannot be read (another system user, an old kernel) a process's
 * RSS stands in and the result says so. Elsewhere than on Linux nothing is measured.
 */
import { readdirSync, readFileSync } from 'node:fs';

const PERIOD_MS = 20;
/** Size of a page in `/proc/<pid>/statm`: 4 KiB on every system this is run on. */
const PAGE_BYTES = 4096;

/** @typedef {{ bytes: number, processes: number, shared: 'pss' | 'rss' }} Peak */

function read(path) {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return null; // the process is gone, or it is not ours to look at
  }
}

/** Every running process by its parent. The name in `stat` may hold spaces and brackets: it ends at the last `)`. */
function parents() {
  const found = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = read(`/proc/${name}/stat`);
    if (stat === null) continue;
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    found.set(Number(name), Number(fields[1]));
  }
  return found;
}

function proportional(pid) {
  const kilobytes = read(`/proc/${pid}/smaps_rollup`)?.match(/^Pss:\s+(\d+) kB/m)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

function resident(pid) {
  const pages = read(`/proc/${pid}/statm`)?.split(' ')[1];
  return pages === undefined ? 0 : Number(pages) * PAGE_BYTES;
}

/**
 * Watches a process tree until `stop` is called.
 *
 * A browser leaves its starter's process group and may outlive its parent, so a process once seen in the tree stays
 * in it.
 * @param {number} root process id
 * @returns {{ stop: () => Peak | null }} `null` where there is no `/proc`
 */
export function watchMemory(root) {
  if (process.platform !== 'linux') return { stop: () => null };
  const ours = new Set([root]);
  /** @type {Peak} */
  const peak = { bytes: 0, processes: 0, shared: 'pss' };
  const sample = () => {
    const running = parents();
    let found = ours.size;
    do {
      found = ours.size;
      for (const [pid, parent] of running) if (ours.has(parent)) ours.add(pid);
    } while (ours.size > found);
    let bytes = 0;
    let processes = 0;
    for (const pid of ours) {
      if (!running.has(pid)) {
        ours.delete(pid);
        continue;
      }
      const share = proportional(pid);
      const own = share ?? resident(pid);
      if (share === null && own > 0) peak.shared = 'rss';
      bytes += own;
      processes += own > 0 ? 1 : 0;
    }
    if (bytes > peak.bytes) Object.assign(peak, { bytes, processes });
  };
  const timer = setInterval(sample, PERIOD_MS);
  sample();
  return {
    stop: () => {
      clearInterval(timer);
      return peak;
    },
  };
}
