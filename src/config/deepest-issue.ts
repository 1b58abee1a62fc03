import type { BaseIssue } from 'valibot';

/** Of a value that fits none of several types: what was wrong with the one that came furthest. */
export function deepestIssue(
  issue: BaseIssue<unknown>,
  before: readonly unknown[] = [],
): { readonly path: readonly unknown[]; readonly message: string } {
  const path = [...before, ...(issue.path ?? []).map((item) => item.key)];
  const inner = (issue.issues ?? [])
    .filter((one) => one.path !== undefined)
    .map((one) => deepestIssue(one, path));
  return inner.reduce((best, one) => (one.path.length > best.path.length ? one : best), {
    path,
    message: issue.message,
  });
}
