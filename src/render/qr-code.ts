import encodeQR from 'qr';

/** White around a code, in modules: what the standard asks for. */
const quiet = 4;

/**
 * A text as a QR code in SVG, black on white whatever the ground is. Each row of dark modules is one run of a single
 * path, so that no hairlines show between modules.
 *
 * @param label what those hear who cannot see it
 */
export function qrCode(text: string, label: string): string {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const size = modules.length;
  const runs = modules.flatMap((row, y) =>
    runsIn(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return (
    `<svg class="qr-code" style="--modules:${size}" viewBox="0 0 ${size} ${size}" preserveAspectRatio="xMinYMid meet" shape-rendering="crispEdges" role="img" aria-label="${label}">` +
    `<rect width="${size}" height="${size}" fill="#fff"></rect><path fill="#000" d="${runs.join('')}"></path></svg>`
  );
}

/** Where dark modules follow one another: first column and length of each run. */
function runsIn(row: readonly boolean[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (dark && last && last[0] + last[1] === x) last[1]++;
    else if (dark) runs.push([x, 1]);
  });
  return runs;
}
