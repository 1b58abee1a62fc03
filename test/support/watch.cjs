/**
 * Loaded before a program by `node --require`, this writes down what the program does outside of itself, one line
 * each, to the file that `WATCH_LOG` names:
 *
 *     read /talks/content/talk.md
 *     connect {"host":"127.0.0.1","port":80}
 *     start /usr/bin/chromium
 *
 * Modules that Node itself loads are not in it.
 */

const fs = require('node:fs');
const { appendFileSync } = fs;
const childProcess = require('node:child_process');
const dgram = require('node:dgram');
const dns = require('node:dns');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const path = require('node:path');

const log = (what, detail) => appendFileSync(process.env.WATCH_LOG, `${what} ${detail}\n`);

/** Calls that open what their first argument names; descriptors of what is open already are none. */
const reading = [
  'open',
  'readFile',
  'readdir',
  'opendir',
  'copyFile',
  'cp',
  'createReadStream',
  'openAsBlob',
];
for (const room of [fs, fs.promises]) {
  for (const name of reading.flatMap((one) => [one, `${one}Sync`])) {
    if (typeof room[name] === 'function') watch(room, name, read);
  }
}
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  for (const room of [dns, dns.promises])
    watch(room, name, (host) => log('connect', JSON.stringify({ host })));
}
watch(net.Socket.prototype, 'connect', (...given) => log('connect', JSON.stringify(given[0])));
watch(dgram.Socket.prototype, 'send', () => log('connect', 'datagram'));
for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync', 'exec', 'execSync', 'fork']) {
  watch(childProcess, name, (program) => log('start', program));
}
syncBuiltinESMExports();

function watch(room, name, told) {
  const original = room[name];
  room[name] = function (...given) {
    told(...given);
    return original.apply(this, given);
  };
}

function read(given) {
  if (typeof given === 'number' || given?.fd !== undefined) return;
  const name = given instanceof URL ? require('node:url').fileURLToPath(given) : String(given);
  log('read', path.resolve(name));
}
