import { readYaml } from '../config/yaml-tree.js';
import type { Noticed } from '../diagnostics/diagnostic.js';
import type { SourceFile } from '../diagnostics/source.js';
import { type Brand, brandOf } from '../theme/brand.js';

/** Reads a `brand.yaml`; null where it says nothing that can be used. */
export async function readBrand(source: SourceFile): Promise<Noticed<Brand | null>> {
  const { value, diagnostics } = await readYaml(source, { start: 0, end: source.text.length });
  if (diagnostics.some(({ severity }) => severity === 'error')) return { value: null, diagnostics };
  const brand = brandOf(
    value.value,
    (path) => value.places.get(path) ?? value.keyPlaces.get(path) ?? { file: source.file, start: 0, end: 0 },
  );
  return { value: brand.value, diagnostics: [...diagnostics, ...brand.diagnostics] };
}
