/**
 * Loaded before a program by `node --require`, this writes the path of each file of code that the program has loaded when it
 * ends to the file that `LOADS_LOG` names.
 */

const { appendFileSync } = require('node:fs');

process.on('exit', () => appendFileSync(process.env.LOADS_LOG, Object.keys(require.cache).join('\n')));
