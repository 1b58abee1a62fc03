import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Who holds a stage, written as the name of its folder, so that a holder appears and disappears in one step:
 *
 *     4242-918273-5f3a9c01-a1b2c3d4e5f6
 *     │    │      │        └ random: no name is ever used twice
 *     │    │      └ the place where the process id means something: machine, boot and container
 *     │    └ when the process started, in ticks since boot; 0 where the system does not tell
 *     └ process id
 */
export type Holder = string;

const pattern = '(\\d+)-(\\d+)-([0-9a-f]{8})-[0-9a-f]{12}';
const whole = new RegExp(`^${pattern}$`);

/** How often a build says that it is alive, and how long it may be silent; milliseconds. */
export const heartbeat = 10_000;
const patience = 60_000;

export function newHolder(): Holder {
  const started = lookUp(process.pid)?.started ?? '0';
  return `${process.pid}-${started}-${place()}-${randomBytes(6).toString('hex')}`;
}

export function isHolder(name: string): boolean {
  return whole.test(name);
}

/** The process id, for messages. */
export function processOf(holder: Holder): string {
  return whole.exec(holder)?.[1] ?? '?';
}

/**
 * Whether the process behind a holder has ended. Where the system can say for certain (Linux, same machine and container),
 * it is certain; otherwise a process counts as gone that has not given a sign of life for a minute.
 *
 * @param silence milliseconds since its last sign of life
 */
export function isGone(holder: Holder, silence: number): boolean {
  const [, pid = '', started, where] = whole.exec(holder) ?? [];
  if (where !== place()) return silence > patience;
  if (!exists(Number(pid))) return true;
  const found = lookUp(Number(pid));
  if (found === null || started === '0') return silence > patience;
  return found.ended || found.started !== started;
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: there is one, and it is somebody else's.
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** What Linux knows of a process; null elsewhere. One that has ended stays listed until its parent takes notice. */
function lookUp(pid: number): { readonly started: string; readonly ended: boolean } | null {
  try {
    // 42 (a name) with any (signs) S 1 42 …      state is the first field after the name, start time the twentieth
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state = '', started = '0'] = [fields[0], fields[19]];
    return { started, ended: state === 'Z' || state === 'X' };
  } catch {
    return null;
  }
}

let known: string | null = null;

function place(): string {
  if (known === null) {
    const boot = orNothing(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
    const container = orNothing(() => readlinkSync('/proc/self/ns/pid'));
    known = createHash('sha256').update(`${hostname()}\n${boot}\n${container}`).digest('hex').slice(0, 8);
  }
  return known;
}

function orNothing(look: () => string): string {
  try {
    return look();
  } catch {
    return '';
  }
}
