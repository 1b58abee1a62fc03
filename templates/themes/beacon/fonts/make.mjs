import { latin, makeFonts } from '../../make-fonts.mjs';

const faces = [
  [
    'atkinson-400.woff2',
    '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
    latin,
  ],
  [
    'atkinson-400-italic.woff2',
    '@expo-google-fonts/atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf',
    latin,
  ],
  [
    'atkinson-700.woff2',
    '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
    latin,
  ],
  [
    'atkinson-800.woff2',
    '@expo-google-fonts/atkinson-hyperlegible-next/800ExtraBold/AtkinsonHyperlegibleNext_800ExtraBold.ttf',
    latin,
  ],
];

await makeFonts(
  import.meta.url,
  faces,
  {
    text: ['atkinson-400.woff2', '../../harbor/fonts/marks.woff2'],
    code: ['../../harbor/fonts/jetbrains-mono-400.woff2', '../../harbor/fonts/marks.woff2'],
  },
  'atkinson-800.woff2',
);
