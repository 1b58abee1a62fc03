import { latin, makeFonts } from '../../make-fonts.mjs';

const faces = [
  [
    'libre-franklin-400.woff2',
    '@expo-google-fonts/libre-franklin/400Regular/LibreFranklin_400Regular.ttf',
    latin,
  ],
  [
    'libre-franklin-400-italic.woff2',
    '@expo-google-fonts/libre-franklin/400Regular_Italic/LibreFranklin_400Regular_Italic.ttf',
    latin,
  ],
  ['libre-franklin-700.woff2', '@expo-google-fonts/libre-franklin/700Bold/LibreFranklin_700Bold.ttf', latin],
];

await makeFonts(
  import.meta.url,
  faces,
  {
    text: ['libre-franklin-400.woff2', '../../harbor/fonts/marks.woff2'],
    code: ['../../harbor/fonts/jetbrains-mono-400.woff2', '../../harbor/fonts/marks.woff2'],
  },
  'libre-franklin-700.woff2',
);
