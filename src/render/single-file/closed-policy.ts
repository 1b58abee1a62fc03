import { createHash } from 'node:crypto';

/**
 * A page's policy for when everything lies in the page itself: what was allowed to come from beside it may come from nowhere,
 * and of the scripts that stand in it those run that are ours, unless the deck is trusted with all.
 */
export function closedPolicy(policy: string, scripts: readonly string[]): string {
  return policy
    .split(';')
    .map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      const kept = sources.filter((one) => one !== "'self'" && one !== 'file:');
      const own = name === 'script-src' && !kept.includes("'unsafe-inline'") ? scripts.map(hashOf) : [];
      const all = [...kept, ...own];
      return [name, ...(all.length > 0 ? all : ["'none'"])].join(' ');
    })
    .join('; ');
}

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}
