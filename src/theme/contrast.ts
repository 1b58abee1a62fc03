/** A colour as `#rrggbb`. */
export type Hex = string;

/** How far apart two colours are, from 1 to 21, as WCAG counts it; to two digits. */
export function contrastOf(one: Hex, other: Hex): number {
  const [light = 0, dark = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return Math.floor(((light + 0.05) / (dark + 0.05)) * 100) / 100;
}

/** Relative luminance, from 0 for black to 1 for white. */
export function luminanceOf(color: Hex): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((channel) => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour itself where it can be read on the ground, else what it becomes on the way to black or white. */
export function readableOn(ground: Hex, color: Hex, least = 4.5): Hex {
  const end = luminanceOf(ground) > 0.179 ? 0 : 255;
  for (let percent = 0; percent < 100; percent++) {
    const mixed = hexOf(channelsOf(color).map((channel) => channel + ((end - channel) * percent) / 100));
    if (contrastOf(mixed, ground) >= least) return mixed;
  }
  return end === 0 ? '#000000' : '#ffffff';
}

function channelsOf(color: Hex): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function hexOf(channels: readonly number[]): Hex {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
