import { codeFeatures, latin, makeFonts } from '../../make-fonts.mjs';

const keepFeatures = ['kern', 'ccmp', 'locl', 'mark', 'mkmk', 'tnum'];

const faces = [
  [
    'instrument-sans-400.woff2',
    '@expo-google-fonts/instrument-sans/400Regular/InstrumentSans_400Regular.ttf',
    latin,
    { keepFeatures },
  ],
  [
    'instrument-sans-400-italic.woff2',
    '@expo-google-fonts/instrument-sans/400Regular_Italic/InstrumentSans_400Regular_Italic.ttf',
    latin,
    { keepFeatures },
  ],
  [
    'instrument-sans-700.woff2',
    '@expo-google-fonts/instrument-sans/700Bold/InstrumentSans_700Bold.ttf',
    latin,
    { keepFeatures },
  ],
  [
    'jetbrains-mono-800.woff2',
    '@expo-google-fonts/jetbrains-mono/800ExtraBold/JetBrainsMono_800ExtraBold.ttf',
    latin,
    { keepFeatures: codeFeatures },
  ],
];

await makeFonts(
  import.meta.url,
  faces,
  {
    text: ['instrument-sans-400.woff2', '../../harbor/fonts/marks.woff2'],
    code: ['../../harbor/fonts/jetbrains-mono-400.woff2', '../../harbor/fonts/marks.woff2'],
  },
  'jetbrains-mono-800.woff2',
);
