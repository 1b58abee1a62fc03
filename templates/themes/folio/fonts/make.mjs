import { latin, makeFonts } from '../../make-fonts.mjs';

/** Without small capitals, swashes and fractions, which slides do not set and which weigh a third of the file. */
const keepFeatures = ['kern', 'liga', 'ccmp', 'locl', 'mark', 'mkmk', 'onum', 'lnum', 'tnum'];

/** Pairs of letters that few titles have are not worth their weight. */
const withoutPairs = ['liga', 'ccmp', 'locl', 'mark', 'mkmk'];

/** Cut for large sizes: thin hairlines, close letters. */
const variationAxes = { wght: 460, opsz: 72 };

const faces = [
  [
    'spectral-400.woff2',
    '@expo-google-fonts/spectral/400Regular/Spectral_400Regular.ttf',
    latin,
    { keepFeatures },
  ],
  [
    'spectral-400-italic.woff2',
    '@expo-google-fonts/spectral/400Regular_Italic/Spectral_400Regular_Italic.ttf',
    latin,
    { keepFeatures },
  ],
  [
    'spectral-600.woff2',
    '@expo-google-fonts/spectral/600SemiBold/Spectral_600SemiBold.ttf',
    latin,
    { keepFeatures },
  ],
  [
    'newsreader-display.woff2',
    '@fontsource-variable/newsreader/files/newsreader-latin-standard-normal.woff2',
    latin,
    { variationAxes, keepFeatures },
  ],
  [
    'newsreader-display-ext.woff2',
    '@fontsource-variable/newsreader/files/newsreader-latin-ext-standard-normal.woff2',
    latin,
    { variationAxes, keepFeatures: withoutPairs },
  ],
];

await makeFonts(
  import.meta.url,
  faces,
  {
    text: ['spectral-400.woff2', '../../harbor/fonts/marks.woff2'],
    code: ['../../harbor/fonts/jetbrains-mono-400.woff2', '../../harbor/fonts/marks.woff2'],
  },
  'newsreader-display.woff2',
);
