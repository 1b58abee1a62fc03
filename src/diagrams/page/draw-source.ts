/** Mermaid, as its file leaves it in the page. */
interface Mermaid {
  readonly initialize: (config: unknown) => void;
  readonly parse: (text: string) => Promise<unknown>;
  readonly render: (id: string, text: string) => Promise<{ readonly svg: string }>;
}

declare const mermaid: Mermaid;

/** What Mermaid said of a source. */
export type Drawn =
  | { readonly kind: 'drawn'; readonly alt: string | null; readonly pictures: number }
  | {
      readonly kind: 'failed';
      readonly name: string;
      readonly words: string;
      /** As Mermaid counts: without what it takes out before it reads. */
      readonly line: number | null;
    };

/** Draws one source into the page, in the theme's face. What is for nobody to see on paper is taken out. */
export async function drawSource(
  source: string,
  config: { readonly themeVariables: object },
): Promise<Drawn> {
  document.body.replaceChildren();
  const fontFamily = getComputedStyle(document.documentElement).getPropertyValue('--font-text').trim();
  try {
    mermaid.initialize({
      ...config,
      fontFamily,
      themeVariables: { ...config.themeVariables, fontFamily },
    });
    await mermaid.parse(source);
    document.body.innerHTML = (await mermaid.render('diagram', source)).svg;
  } catch (error) {
    const { name, message, hash } = error as {
      name?: string;
      message?: string;
      hash?: { loc?: { first_line?: number }; line?: number };
    };
    return {
      kind: 'failed',
      name: name ?? '',
      words: message ?? String(error),
      line: hash?.loc?.first_line ?? null,
    };
  }
  const svg = document.body.querySelector('svg');
  const room = svg?.getBBox();
  if (!svg || !room || room.width === 0 || room.height === 0)
    return { kind: 'failed', name: 'empty', words: '', line: null };
  const said = [...svg.querySelectorAll(':scope > title, :scope > desc')].map(
    (one) => one.textContent?.trim() ?? '',
  );
  const alt = said.filter((words) => words !== '').join('. ');
  const pictures = svg.querySelectorAll('image, img').length;
  // A line for today would say when the deck was built.
  for (const gone of svg.querySelectorAll('script, title, desc, .today, image')) gone.remove();
  // Of names along an axis that would stand on one another the first is kept.
  let end = Number.NEGATIVE_INFINITY;
  for (const name of svg.querySelectorAll('.tick > text')) {
    const { left, right } = name.getBoundingClientRect();
    if (left >= end || right <= end - 200) end = right;
    else name.remove();
  }
  return { kind: 'drawn', alt: alt === '' ? null : alt, pictures };
}
