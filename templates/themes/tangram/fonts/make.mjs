import { latin, makeFonts } from '../../make-fonts.mjs';

const keepFeatures = ['kern', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum'];

const faces = [
  [
    'figtree-400.woff2',
    '@expo-google-fonts/figtree/400Regular/Figtree_400Regular.ttf',
    latin,
    { keepFeatures },
  ],
  [
    'figtree-400-italic.woff2',
    '@expo-google-fonts/figtree/400Regular_Italic/Figtree_400Regular_Italic.ttf',
    latin,
    { keepFeatures },
  ],
  ['figtree-700.woff2', '@expo-google-fonts/figtree/700Bold/Figtree_700Bold.ttf', latin, { keepFeatures }],
  [
    'bricolage-800.woff2',
    '@expo-google-fonts/bricolage-grotesque/800ExtraBold/BricolageGrotesque_800ExtraBold.ttf',
    latin,
    { keepFeatures },
  ],
];

await makeFonts(
  import.meta.url,
  faces,
  {
    text: ['figtree-400.woff2', '../../harbor/fonts/marks.woff2'],
    code: ['../../harbor/fonts/jetbrains-mono-400.woff2', '../../harbor/fonts/marks.woff2'],
  },
  'bricolage-800.woff2',
);
