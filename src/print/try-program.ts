import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';

/** What became of asking a program for its version. */
export type Tried =
  | { readonly kind: 'runs'; readonly version: string | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'missing-library'; readonly library: string }
  | { readonly kind: 'broken'; readonly words: string };

/** Milliseconds a program may take to say its version; a wrapper script on a cold disk is allowed for. */
const limit = 15_000;

/** Runs `program --version`: whether the file is there, the loader finds its libraries, and it is a browser at all. */
export async function tryProgram(program: string, libraries: string | null): Promise<Tried> {
  const found = await stat(program).catch(() => null);
  if (found === null) return { kind: 'absent' };
  if (!found.isFile()) return { kind: 'broken', words: 'It is not a file.' };
  // On Windows Chrome answers `--version` by opening a window.
  if (process.platform === 'win32') return { kind: 'runs', version: null };

  const { code, output, errors } = await run(program, libraries);
  if (code === 0 && /\d+\.\d+/.test(output)) return { kind: 'runs', version: output.trim() };
  // glibc's loader: "chrome: error while loading shared libraries: libnss3.so: cannot open shared object file: …"
  const library = /loading shared libraries: ([^:\s]+)/.exec(errors)?.[1];
  if (library !== undefined) return { kind: 'missing-library', library };
  return { kind: 'broken', words: (errors || output).trim().slice(0, 500) || `It ended with code ${code}.` };
}

function run(
  program: string,
  libraries: string | null,
): Promise<{ code: number | null; output: string; errors: string }> {
  return new Promise((resolve) => {
    const env = libraries === null ? process.env : { ...process.env, LD_LIBRARY_PATH: libraries };
    const child = spawn(program, ['--version'], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    let output = '';
    let errors = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.once('error', (error) => resolve({ code: null, output, errors: error.message }));
    child.once('close', (code) => resolve({ code, output, errors }));
  });
}
