import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

interface Model {
  readonly prototype: { readonly validate: (this: unknown) => void };
}

/** Anything that YAML may hold. */
type Value = unknown;

/**
 * What is wrong with a manifest by the schema of the Kubernetes API for its version and kind. The schemas allow keys that
 * they do not know, the API server does not; so a key that the schema never looks at is a mistake as well.
 */
export function mistakesIn(manifest: Readonly<Record<string, Value>>): readonly string[] {
  const model = modelOf(String(manifest.apiVersion), String(manifest.kind));
  if (!model) return [`there is no ${manifest.kind} in ${manifest.apiVersion}`];
  const unread: (() => readonly string[])[] = [];
  const said: string[] = [];
  try {
    model.prototype.validate.call(watched(manifest, '', unread));
  } catch (error) {
    said.push((error as Error).message);
  }
  // Where a value is wrong, what stands beside it may not have been looked at.
  return said.length > 0 ? said : unread.flatMap((keys) => keys()).map((key) => `${key} is unknown`);
}

function modelOf(apiVersion: string, kind: string): Model | null {
  if (!/^[a-z0-9./]+$/.test(apiVersion) || !/^[A-Za-z]+$/.test(kind)) return null;
  try {
    return require(`kubernetes-models/${apiVersion}/${kind}`)[kind];
  } catch {
    return null;
  }
}

/** The same value, which remembers which of its keys were read. */
function watched(value: Value, path: string, unread: (() => readonly string[])[]): Value {
  if (typeof value !== 'object' || value === null) return value;
  const read = new Set<string>();
  const inside = new Map<string, Value>();
  unread.push(() =>
    Object.keys(value)
      .filter((key) => !read.has(key))
      .map((key) => `${path}/${key}`),
  );
  return new Proxy(value, {
    get(target, key) {
      const found: Value = Reflect.get(target, key);
      if (typeof key !== 'string') return found;
      read.add(key);
      if (!inside.has(key)) inside.set(key, watched(found, `${path}/${key}`, unread));
      return inside.get(key);
    },
  });
}
