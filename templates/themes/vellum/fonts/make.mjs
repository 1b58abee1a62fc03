import { latin, makeFonts } from '../../make-fonts.mjs';

const keepFeatures = ['kern', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum'];

const faces = [
  ['barlow-400.woff2', '@expo-google-fonts/barlow/400Regular/Barlow_400Regular.ttf', latin, { keepFeatures }],
  [
    'barlow-400-italic.woff2',
    '@expo-google-fonts/barlow/400Regular_Italic/Barlow_400Regular_Italic.ttf',
    latin,
    { keepFeatures },
  ],
  [
    'barlow-600.woff2',
    '@expo-google-fonts/barlow/600SemiBold/Barlow_600SemiBold.ttf',
    latin,
    { keepFeatures },
  ],
  [
    'barlow-condensed-600.woff2',
    '@expo-google-fonts/barlow-condensed/600SemiBold/BarlowCondensed_600SemiBold.ttf',
    latin,
    { keepFeatures },
  ],
];

await makeFonts(
  import.meta.url,
  faces,
  {
    text: ['barlow-400.woff2', '../../harbor/fonts/marks.woff2'],
    code: ['../../harbor/fonts/jetbrains-mono-400.woff2', '../../harbor/fonts/marks.woff2'],
  },
  'barlow-condensed-600.woff2',
);
