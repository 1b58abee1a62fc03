import { codeFeatures, latin, makeFonts, marks, terminal, typed } from '../../make-fonts.mjs';

const faces = [
  ['archivo-400.woff2', '@expo-google-fonts/archivo/400Regular/Archivo_400Regular.ttf', latin],
  [
    'archivo-400-italic.woff2',
    '@expo-google-fonts/archivo/400Regular_Italic/Archivo_400Regular_Italic.ttf',
    latin,
  ],
  ['archivo-700.woff2', '@expo-google-fonts/archivo/700Bold/Archivo_700Bold.ttf', latin],
  [
    'archivo-wide-800.woff2',
    '@fontsource-variable/archivo/files/archivo-latin-standard-normal.woff2',
    latin,
    { variationAxes: { wght: 800, wdth: 125 } },
  ],
  [
    'archivo-wide-800-ext.woff2',
    '@fontsource-variable/archivo/files/archivo-latin-ext-standard-normal.woff2',
    latin,
    { variationAxes: { wght: 800, wdth: 125 } },
  ],
  [
    'jetbrains-mono-400.woff2',
    '@expo-google-fonts/jetbrains-mono/400Regular/JetBrainsMono_400Regular.ttf',
    [...latin, ...terminal],
    { keepFeatures: codeFeatures },
  ],
  [
    'jetbrains-mono-700.woff2',
    '@expo-google-fonts/jetbrains-mono/700Bold/JetBrainsMono_700Bold.ttf',
    typed,
    { keepFeatures: codeFeatures },
  ],
  [
    'marks.woff2',
    '@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2',
    [...marks].map((mark) => [mark.codePointAt(0), mark.codePointAt(0)]),
  ],
];

await makeFonts(
  import.meta.url,
  faces,
  {
    text: ['archivo-400.woff2', 'marks.woff2'],
    code: ['jetbrains-mono-400.woff2', 'marks.woff2'],
  },
  'archivo-wide-800.woff2',
);
