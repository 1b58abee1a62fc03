/** What may stand in braces beside classes, ids and what passes through. */

/** On a slide: after its first heading, or in `<!-- slide: … -->`. */
export const slideKeys: readonly string[] = [
  'layout',
  'fit',
  'time',
  'background',
  'background-color',
  'background-image',
  'background-size',
  'background-position',
  'background-repeat',
  'background-opacity',
  'background-gradient',
  'background-video',
  'background-transition',
  'background-video-loop',
  'background-video-muted',
  'background-iframe',
  'background-interactive',
  'poster',
  'transition',
  'transition-speed',
  'auto-animate',
  'auto-animate-id',
  'auto-animate-restart',
  'auto-animate-duration',
  'auto-animate-delay',
  'auto-animate-easing',
  'auto-animate-unmatched',
  'autoslide',
  'visibility',
  'hidden',
  'uncounted',
  'print',
  'print-steps',
  'tier',
  'editions',
  'lang',
  // Of its title, and of its element.
  'step',
  'dir',
  'role',
];

/** On any element. */
export const elementKeys: readonly string[] = ['step', 'lang', 'dir', 'role'];

/** On blocks and items of lists: which editions they are in. */
export const cutKeys: readonly string[] = ['editions', 'tier'];

/** On blocks and fences, by name. */
export const blockKeys: Readonly<Record<string, readonly string[]>> = {
  column: ['width'],
  checklist: ['when'],
  question: ['lines'],
  exercise: ['time', 'needs'],
  cut: ['time'],
  extend: ['time'],
  lab: ['time', 'needs', 'difficulty', 'vars', 'environment'],
  quote: ['by'],
  figure: ['caption'],
  grid: ['cols'],
  callout: ['title'],
  code: [
    'write',
    'exit',
    'match',
    'timeout',
    'retry',
    'background',
    'until',
    'until-port',
    'needs',
    'skip',
    'manual',
    'always',
    'hidden',
    'verify',
  ],
  diagram: ['alt', 'caption'],
};

/** On films and sounds. */
export const filmKeys: readonly string[] = ['poster', 'autoplay', 'loop', 'muted', 'controls', 'start'];

/** What passes through to HTML as it is. */
export function passesThrough(key: string): boolean {
  return /^(?:data-|aria-)/.test(key) || ['style', 'title', 'width', 'height'].includes(key);
}
