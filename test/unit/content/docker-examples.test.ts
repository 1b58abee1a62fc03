import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import { type Copy, DockerfileParser, type From } from 'dockerfile-ast';
import { validate } from 'dockerfile-utils';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { partOf } from '../../../src/model/regions.js';
import { packageRoot } from '../../../src/package-root.js';
import type { Code } from '../../../src/parse/ast.js';
import { attribute } from '../../../src/parse/attributes.js';
import { parseFile } from '../../../src/parse/parse-file.js';
import { walkBlocks } from '../../../src/parse/walk.js';
import { workspace } from '../../support/workspace.js';
import { source } from '../../support/written.js';

/*
 * What participants of the bundled workshop build and start, read by parsers that know these formats: no engine is
 * needed. That the labs do what they say is for a machine that has one.
 */
const talk = join(packageRoot(), 'content/kubernetes-vs-docker');
const examples = join(talk, 'examples');
const dockerfiles = readdirSync(examples).filter((name) => /^Dockerfile(\.\w+)?$/.test(name));
/** Bases that run as somebody other than root by themselves. */
const rootless = ['nginxinc/nginx-unprivileged'];

test('there are Dockerfiles, modules and fences with files to look at', () => {
  expect(dockerfiles.length).toBeGreaterThan(3);
  expect(fences().filter(({ code }) => code.source).length).toBeGreaterThan(20);
  expect(fences().filter(({ code }) => attribute(code.attributes, 'write')).length).toBeGreaterThan(10);
});

test.each(dockerfiles)('%s is a Dockerfile in which nothing is wrong', (name) => {
  const problems = validate(readFileSync(join(examples, name), 'utf8'));
  expect(problems.map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
});

test.each(dockerfiles)('%s pins its bases', (name) => {
  const { froms, stages } = read(name);
  expect(froms.length).toBeGreaterThan(0);
  const bases = froms.filter((from) => !stages.includes(from.getImage() ?? ''));
  expect(bases.map((from) => from.getImage() ?? '').filter((image) => !isPinned(image))).toEqual([]);
});

test.each(dockerfiles)('%s ships nothing that runs as root', (name) => {
  const { froms, instructions } = read(name);
  const last = froms.at(-1);
  const line = last?.getRange().start.line ?? 0;
  const users = instructions
    .filter((one) => one.getKeyword() === 'USER' && one.getRange().start.line > line)
    .map((one) => one.getArgumentsContent() ?? '');
  // A number: a cluster that wants to know cannot look names up.
  if (users.length > 0) expect(users.at(-1)).toMatch(/^[1-9]\d*$/);
  else expect(rootless).toContain(last?.getImageName());
});

test.each(dockerfiles)('the builder sees of %s what it copies, and nothing else', (name) => {
  const own = join(examples, `${name}.dockerignore`);
  const text = readFileSync(existsSync(own) ? own : join(examples, '.dockerignore'), 'utf8');
  const rules = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(rules[0]).toBe('*');
  const shown = rules.slice(1).map((rule) => rule.replace(/^!/, ''));
  const { instructions } = read(name);
  const copies = instructions.filter((one): one is Copy => one.getKeyword() === 'COPY');
  const copied = copies
    .filter((copy) => copy.getFlags().every((flag) => flag.getName() !== 'from'))
    .flatMap((copy) =>
      copy
        .getArguments()
        .slice(0, -1)
        .map((one) => one.getValue()),
    );
  expect(shown.toSorted()).toEqual([...new Set(copied)].sort());
});

test('compose.yaml is what the Compose specification allows', () => {
  const folder = dirname(createRequire(import.meta.url).resolve('dclint/package.json'));
  const schema = JSON.parse(readFileSync(join(folder, 'schemas/compose.schema.json'), 'utf8'));
  const check = new Ajv({ strict: false, validateFormats: false, validateSchema: false }).compile({
    ...schema,
    $schema: undefined,
  });
  check(compose());
  expect(check.errors ?? []).toEqual([]);
});

test('the services of compose.yaml are pinned, and find their files, names and ports', () => {
  const { services } = compose();
  expect(Object.keys(services)).toEqual(['slides', 'handouts', 'gate']);
  for (const [name, service] of Object.entries(services)) {
    expect(isPinned(service.image), name).toBe(true);
    for (const volume of service.volumes ?? []) {
      const [from = '', to, mode] = volume.split(':');
      expect(existsSync(join(examples, from)), volume).toBe(true);
      expect(to, volume).toMatch(/^\//);
      expect(mode, volume).toBe('ro');
    }
    for (const [needed, { condition }] of Object.entries(service.depends_on ?? {})) {
      const other = services[needed];
      expect(other, `${name} needs ${needed}`).toBeDefined();
      if (condition === 'service_healthy') expect(other?.healthcheck, needed).toBeDefined();
    }
  }
  // One door, and the gate knows what is behind it by the names that the file gives.
  const published = Object.values(services).flatMap((service) => service.ports ?? []);
  expect(published).toEqual(['8080:8080']);
  const asked = readFileSync(join(examples, 'gate.conf'), 'utf8').matchAll(/http:\/\/(\w+):8080/g);
  expect([...asked].map(([, host]) => host)).toEqual(['slides', 'handouts']);
});

test('the site of the example builds, and its pages are what the lab lists', async () => {
  const out = await workspace();
  execFileSync(process.execPath, ['build.mjs', out], { cwd: join(examples, 'site') });
  expect(readdirSync(out).sort()).toEqual(['about.html', 'index.html']);
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('<h1>From container to cluster</h1>');
});

test('every file that a fence shows or writes is there, with the part that it names', () => {
  const missing = fences().flatMap(({ module, code }) => {
    if (!code.source) return [];
    const { path, part } = code.source;
    const file = join(dirname(module), path);
    if (!existsSync(file)) return [`${module}: ${path}`];
    const found = partOf(readFileSync(file, 'utf8'), part);
    return found.kind === 'found' && found.text.trim() !== '' ? [] : [`${module}: ${path} ${found.kind}`];
  });
  expect(missing).toEqual([]);
});

test('what a fence writes is a file of the examples or stands in it', () => {
  const empty = fences().flatMap(({ module, code }) => {
    const write = attribute(code.attributes, 'write');
    return write && !code.source && code.text.trim() === '' ? [`${module}: ${write.value}`] : [];
  });
  expect(empty).toEqual([]);
});

test('each base has one version, in all modules and examples: the one that is loaded before the day', () => {
  const texts = [
    ...fences().map(({ code }) => code.text),
    ...[...dockerfiles, 'compose.yaml'].map((name) => readFileSync(join(examples, name), 'utf8')),
  ];
  const named = texts.flatMap((text) => [
    ...text.matchAll(/(?<![\w./-])(?:nginxinc\/nginx-unprivileged|node|registry):[\w][\w.-]*/g),
  ]);
  expect([...new Set(named.map(([image]) => image))].sort()).toEqual([
    'nginxinc/nginx-unprivileged:1.29-alpine',
    'node:24.11-alpine',
    'registry:3.0.0',
  ]);
});

/** A tag that is no `latest`, or a digest. */
function isPinned(image: string): boolean {
  return /@sha256:|:(?!latest\b)[\w.-]*\d[\w.-]*$/.test(image);
}

function read(name: string) {
  const instructions = DockerfileParser.parse(readFileSync(join(examples, name), 'utf8')).getInstructions();
  const froms = instructions.filter((one): one is From => one.getKeyword() === 'FROM');
  return { instructions, froms, stages: froms.map((from) => from.getBuildStage() ?? '') };
}

interface Service {
  readonly image: string;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly healthcheck?: object;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

function compose(): { readonly services: Readonly<Record<string, Service>> } {
  return parse(readFileSync(join(examples, 'compose.yaml'), 'utf8'));
}

/** All code of all modules, notes included. */
function fences(): readonly { readonly module: string; readonly code: Code }[] {
  return readdirSync(join(talk, 'modules'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => {
      const module = join(talk, 'modules', name);
      const { parts } = parseFile(source(name, readFileSync(module, 'utf8')), 0).value;
      const slides = parts.filter((part) => part.type === 'slide');
      return slides
        .flatMap((slide) => walkBlocks([...slide.blocks, ...slide.notes]))
        .flatMap((block) => (block.type === 'code' ? [{ module, code: block }] : []));
    });
}
