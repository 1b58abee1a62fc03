import { expect, test } from 'vitest';
import { build } from '../../src/pipeline/build.js';
import { workspace } from '../support/workspace.js';
import { pathological } from './pathological.js';

/**
 * How long this process worked, whoever else is on the machine, in seconds. A test that takes time is an exception:
 * a file that can stop a build is the one mistake that shows in no result.
 */
function worked(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000_000;
}

test.each(pathological)(
  '%s are built within five seconds, or refused at their place',
  async (_what, text) => {
    const cwd = await workspace({ 'talk.md': `## Fine\n\nwords\n\n${text}\n` });
    const start = process.cpuUsage();
    const { outcome, diagnostics, products } = await build({
      paths: ['talk.md'],
      cwd,
      products: ['deck', 'present'],
    });
    expect(worked(start)).toBeLessThan(5);
    if (outcome === 'built') {
      expect(products.map(({ product }) => product)).toEqual(expect.arrayContaining(['deck', 'present']));
      return;
    }
    expect(outcome).toBe('content-errors');
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.length).toBeGreaterThan(0);
    for (const { code, span, message } of errors) {
      expect(message).toMatch(/^[A-Z`].*\.$/s);
      // Bytes that no text has are refused before anybody reads the words before them.
      if (code !== 'text/not-text') expect(span?.start).toBeGreaterThanOrEqual('## Fine\n\nwords\n\n'.length);
    }
  },
);
