import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { packageRoot } from '../../../src/package-root.js';
import { walkBlocks } from '../../../src/parse/walk.js';
import { mistakesIn } from '../../support/kubernetes-schemas.js';
import { parse } from '../../support/parsed.js';

type Labels = Readonly<Record<string, string>>;

interface ContainerSpec {
  readonly name: string;
  readonly image: string;
  readonly ports?: readonly { readonly containerPort: number }[];
  readonly volumeMounts?: readonly { readonly name: string }[];
  readonly resources?: { readonly requests?: Labels; readonly limits?: Labels };
  readonly startupProbe?: Probe;
  readonly readinessProbe?: Probe;
  readonly livenessProbe?: Probe;
}

interface Probe {
  readonly httpGet?: { readonly port: number };
}

interface PodSpec {
  readonly containers: readonly ContainerSpec[];
  readonly volumes?: readonly { readonly name: string }[];
}

/** A document with `apiVersion` and `kind`, and what is asked of it here. */
interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: { readonly name: string; readonly labels?: Labels };
  readonly spec?: PodSpec & {
    readonly selector?: Labels & { readonly matchLabels?: Labels };
    readonly template?: { readonly metadata: { readonly labels: Labels }; readonly spec: PodSpec };
    readonly ports?: readonly { readonly targetPort: number }[];
    readonly scaleTargetRef?: { readonly apiVersion: string; readonly kind: string; readonly name: string };
  };
}

interface Placed {
  readonly place: string;
  readonly manifest: Manifest;
}

const deck = join(packageRoot(), 'content/kubernetes-vs-docker');
const examples = join(deck, 'examples');

/** Files of tools beside the API, which have its form and are none of its kinds. */
const ofOtherTools = ['kind.x-k8s.io/v1alpha4', 'kustomize.config.k8s.io/v1beta1'];

const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ya?ml$/.test(name))
  .toSorted()
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(examples, name), 'utf8') }));
const written = files.flatMap(({ name, text }) => manifestsIn(text, name));
const manifests = written.filter(({ manifest }) => !ofOtherTools.includes(manifest.apiVersion));
const pods = manifests.flatMap(({ place, manifest }) => {
  const { kind, spec, metadata } = manifest;
  if (kind === 'Pod' && spec) return [{ place, spec, labels: metadata?.labels ?? {} }];
  return spec?.template ? [{ place, spec: spec.template.spec, labels: spec.template.metadata.labels }] : [];
});
const containers = pods.flatMap(({ place, spec }) =>
  spec.containers.map((container) => ({ place: `${place} ${container.name}`, container })),
);

/** All documents of a text that say what they are; what is no YAML fails here. */
function manifestsIn(text: string, name: string): readonly Placed[] {
  return parseAllDocuments(text).flatMap((document, index) => {
    expect(document.errors, name).toEqual([]);
    const manifest: Manifest | null = document.toJS();
    if (!manifest?.apiVersion || !manifest.kind) return [];
    return [{ place: `${name} (${index + 1}, ${manifest.kind})`, manifest }];
  });
}

/** Whether a selector picks what carries these labels; one without labels is said to pick nothing. */
function picks(selector: Labels, labels: Labels): boolean {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

function names(kind: string): readonly (string | undefined)[] {
  return manifests
    .filter(({ manifest }) => manifest.kind === kind)
    .map(({ manifest }) => manifest.metadata?.name);
}

/** Everything below a value that has this key, such as all that mention a `configMapRef`. */
function under(value: unknown, key: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inside]) => [
    ...(name === key ? [inside] : []),
    ...under(inside, key),
  ]);
}

/** A version that says something, or a digest. */
const pinned = /^[^:@\s]+(?::\d+)?(?:\/[^:@\s]+)*(?::(?!latest$)[\w.-]*\d[\w.-]*|@sha256:[0-9a-f]{64})$/;

test('there are manifests of each kind that the workshop shows', () => {
  const kinds = manifests.map(({ manifest }) => manifest.kind);
  for (const kind of ['Pod', 'Deployment', 'Service', 'ConfigMap', 'Secret', 'HorizontalPodAutoscaler']) {
    expect(kinds).toContain(kind);
  }
  expect(containers.length).toBeGreaterThan(3);
});

test.for(manifests)('$place is what the schema of the API says', ({ manifest }) => {
  expect(mistakesIn({ ...manifest })).toEqual([]);
});

describe('what belongs together finds one another:', () => {
  test('a Deployment picks the Pods that it makes', () => {
    for (const { place, manifest } of manifests) {
      const { selector, template } = manifest.spec ?? {};
      if (template) expect(picks(selector?.matchLabels ?? {}, template.metadata.labels), place).toBe(true);
    }
  });

  test('a Service picks Pods, and leads to a port on which they listen', () => {
    for (const { place, manifest } of manifests.filter((one) => one.manifest.kind === 'Service')) {
      const behind = pods.filter(({ labels }) => picks(manifest.spec?.selector ?? {}, labels));
      expect(behind.length, place).toBeGreaterThan(0);
      for (const { spec } of behind) {
        const open = spec.containers.flatMap(({ ports }) => ports?.map((port) => port.containerPort) ?? []);
        for (const { targetPort } of manifest.spec?.ports ?? []) expect(open, place).toContain(targetPort);
      }
    }
  });

  test('an autoscaler scales something that is there', () => {
    for (const { place, manifest } of manifests) {
      const target = manifest.spec?.scaleTargetRef;
      if (target) expect(names(target.kind), place).toContain(target.name);
    }
  });

  test('every ConfigMap and every Secret that a Pod asks for is there', () => {
    const maps = pods.flatMap(({ spec }) =>
      ['configMap', 'configMapRef', 'configMapKeyRef'].flatMap(
        (key) => under(spec, key) as { name: string }[],
      ),
    );
    const secrets = pods.flatMap(({ spec }) => [
      ...(under(spec, 'secret') as { secretName: string }[]).map(({ secretName }) => secretName),
      ...['secretRef', 'secretKeyRef'].flatMap((key) =>
        (under(spec, key) as { name: string }[]).map(({ name }) => name),
      ),
    ]);
    expect(maps.length).toBeGreaterThan(0);
    expect(secrets.length).toBeGreaterThan(0);
    for (const { name } of maps) expect(names('ConfigMap')).toContain(name);
    for (const name of secrets) expect(names('Secret')).toContain(name);
  });

  test('every mount names a volume, and every volume is mounted', () => {
    for (const { place, spec } of pods) {
      const mounts = spec.containers.flatMap(
        ({ volumeMounts }) => volumeMounts?.map(({ name }) => name) ?? [],
      );
      const volumes = spec.volumes?.map(({ name }) => name) ?? [];
      expect(new Set(mounts), place).toEqual(new Set(volumes));
    }
  });

  test('every probe asks a port on which its container listens', () => {
    for (const { place, container } of containers) {
      const open = container.ports?.map((port) => port.containerPort) ?? [];
      for (const probe of [container.startupProbe, container.readinessProbe, container.livenessProbe]) {
        if (probe?.httpGet) expect(open, place).toContain(probe.httpGet.port);
      }
    }
  });
});

test.for(containers)('the image of $place is pinned', ({ container }) => {
  expect(container.image).toMatch(pinned);
});

test('a name without a version, or called latest, does not count as pinned', () => {
  for (const image of ['nginx', 'nginx:latest', 'localhost:5000/slides', 'nginx:stable', 'nginx@sha256:12']) {
    expect(image).not.toMatch(pinned);
  }
});

test.for(containers)('$place says what it asks for, and where its memory ends', ({ container }) => {
  const { requests, limits } = container.resources ?? {};
  expect(requests).toEqual({ cpu: expect.any(String), memory: expect.any(String) });
  expect(limits).toMatchObject({ memory: expect.any(String) });
});

test('the cluster of the workshop has three nodes, all of one pinned image', () => {
  const [cluster] = under(only('kind.x-k8s.io/v1alpha4').manifest, 'nodes') as [
    { image: string; role: string }[],
  ];
  expect(cluster.map(({ role }) => role)).toEqual(['control-plane', 'worker', 'worker']);
  expect(new Set(cluster.map(({ image }) => image)).size).toBe(1);
  for (const { image } of cluster) expect(image).toMatch(pinned);
});

test('what Kustomize puts together is there, and its image is named by a digest', () => {
  const { place, manifest } = only('kustomize.config.k8s.io/v1beta1');
  const folder = dirname(place.split(' ')[0] as string);
  const [resources] = under(manifest, 'resources') as [string[]];
  expect(resources.length).toBeGreaterThan(0);
  for (const name of resources)
    expect(files.map((file) => file.name)).toContain(join(folder, name).replaceAll('\\', '/'));
  const [images] = under(manifest, 'images') as [{ name: string; newName: string; digest: string }[]];
  const used = containers.map(({ container }) => container.image.replace(/:[^:/]*$/, ''));
  for (const { name, newName, digest } of images) {
    expect(used).toContain(name);
    expect(`${newName}@${digest}`).toMatch(pinned);
  }
});

test('the pipeline pins the actions and the machine that it uses', () => {
  const pipeline = parseAllDocuments(
    files.find(({ name }) => name === 'pipeline.yaml')?.text ?? '',
  )[0]?.toJS();
  const uses = under(pipeline, 'uses') as string[];
  expect(uses.length).toBeGreaterThan(0);
  for (const action of uses) expect(action).toMatch(/@(?:v\d+\.\d+\.\d+|[0-9a-f]{40})$/);
  for (const machine of under(pipeline, 'runs-on')) expect(machine).toMatch(/-\d+\.\d+$/);
});

test('manifests that are written into the modules are what the schema says', () => {
  const folder = join(deck, 'modules');
  const fences = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) =>
      parse(readFileSync(join(folder, name), 'utf8'))
        .slides.flatMap((slide) => walkBlocks([...slide.blocks, ...slide.notes]))
        .flatMap((block) =>
          block.type === 'code' && /^ya?ml$/.test(block.language ?? '') ? [block.text] : [],
        )
        .flatMap((text) => manifestsIn(text, relative(packageRoot(), join(folder, name)))),
    );
  expect(fences.length).toBeGreaterThan(0);
  for (const { place, manifest } of fences) {
    expect(mistakesIn({ ...manifest }), place).toEqual([]);
    for (const { image } of manifest.spec?.containers ?? []) expect(image, place).toMatch(pinned);
  }
});

function only(apiVersion: string): Placed {
  const [found, ...more] = written.filter(({ manifest }) => manifest.apiVersion === apiVersion);
  if (!found || more.length > 0) throw new Error(`There should be one manifest of ${apiVersion}.`);
  return found;
}
