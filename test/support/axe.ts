import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Landmarks are places that one jumps to on a screen; a PDF knows none. */
const screenOnly = ['region', 'landmark-one-main', 'landmark-unique'];

/** What axe finds wrong with what a page shows now: rule and element; by some rules only, where these are named. */
export async function violations(
  page: Page,
  on: 'screen' | 'paper' = 'screen',
  only: readonly string[] | null = null,
): Promise<string[]> {
  await page.evaluate(`if (!window.axe) { ${axe} }`);
  return page.evaluate(
    async (without, some) => {
      interface Result {
        violations: { id: string; nodes: { target: unknown[]; html: string; failureSummary: string }[] }[];
      }
      const { axe } = window as unknown as { axe: { run(on: Document, options: object): Promise<Result> } };
      const { violations } = await axe.run(document, {
        resultTypes: ['violations'],
        iframes: false,
        ...(some === null ? {} : { runOnly: some }),
        rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, html, failureSummary }) => `${id} ${target} ${html.slice(0, 120)} ${failureSummary}`,
        ),
      );
    },
    on === 'paper' ? screenOnly : [],
    only,
  );
}
