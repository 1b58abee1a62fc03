import { examineMachine, type MachineReport } from '../pipeline/doctor.js';
import { type ExitCode, exitCodes } from './exit-code.js';

export async function runDoctor(flags: { readonly browser?: string }): Promise<ExitCode> {
  const report = await examineMachine(flags.browser);
  process.stdout.write(machineLines(report));
  return report.ready ? exitCodes.done : exitCodes.notReady;
}

const sources: Readonly<Record<MachineReport['browsers']['candidates'][number]['source'], string>> = {
  option: 'named with --browser',
  environment: 'named by PUPPETEER_EXECUTABLE_PATH',
  bundled: 'came with Deckhand',
  puppeteer: 'installed by puppeteer',
  system: 'installed on the system',
};

/** The report as people read it; ends with what to do. */
function machineLines({ version, node, system, themes, cache, browsers, ready }: MachineReport): string {
  const { candidates, trial } = browsers;
  const found = candidates.flatMap(({ source, path, version: says, problem, chosen }) => [
    `${chosen ? '→' : ' '} ${path} (${sources[source]})`,
    `    ${problem === null ? says : indented(capitalised(problem))}`,
  ]);
  const tried = trial && [
    `${trial.works ? 'It printed a page' : 'It did not print a page'}, in ${(trial.milliseconds / 1000).toFixed(1)} s.`,
    ...trial.notes,
  ];
  const spare = candidates.some(({ problem, chosen }) => problem === null && !chosen);
  const advice = ready
    ? 'This machine is ready.'
    : spare && trial === null
      ? 'The browser you named does not work. Leave --browser out, and another one prints.'
      : `This machine cannot print PDFs yet. Run "npx puppeteer browsers install chrome-headless-shell", or name a Chrome,
Chromium or Edge with --browser. "deckhand build --product deck,present" needs no browser.`;
  return [
    `Deckhand ${version} on Node.js ${node}, ${system}`,
    '',
    'Themes, with their own fonts',
    ...themes.map(({ name, fonts }) => `  ${name}: ${fonts.join(', ')}`),
    '',
    'Browsers, the best one first',
    ...(found.length === 0 ? ['  none'] : found.map((line) => `  ${line}`)),
    ...(tried ?? []).map((line) => `  ${line}`),
    `  Unpacked browsers are kept in ${cache}.`,
    '',
    advice,
    '',
  ].join('\n');
}

/** What a browser had to say may have many lines. */
function indented(words: string): string {
  return words.trim().replaceAll('\n', '\n      ');
}

/** `is not there.` → `Is not there.` */
function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
