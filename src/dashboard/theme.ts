import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const PETROL: MantineColorsTuple = [
  '#eef6f7',
  '#d8e9ec',
  '#b4d4da',
  '#86bac4',
  '#579ca9',
  '#33808f',
  '#1b6b7a',
  '#0b5c6b',
  '#0a4c58',
  '#083d47',
];

const GRAY: MantineColorsTuple = [
  '#f7f8f7',
  '#eff1f0',
  '#e3e6e5',
  '#d2d7d6',
  '#b9c0c0',
  '#8a9394',
  '#5a6566',
  '#465051',
  '#323a3b',
  '#1c2324',
];

/** Mantine takes 7 for the page, 6 for surfaces, 4 for borders, 0 for text. */
const DARK: MantineColorsTuple = [
  '#e4e9e9',
  '#c3cccd',
  '#a4afb1',
  '#78858a',
  '#374246',
  '#2b3437',
  '#1d2426',
  '#14191b',
  '#101416',
  '#0b0e0f',
];

const RED: MantineColorsTuple = [
  '#fdf1ef',
  '#f9ddd9',
  '#f3bab2',
  '#ec9a8f',
  '#e27b6d',
  '#c4493a',
  '#b8402f',
  '#a43425',
  '#8a291c',
  '#6f2016',
];

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 5 },
  colors: { petrol: PETROL, gray: GRAY, dark: DARK, red: RED },
  fontFamily: '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: { fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Mantine's own values for these fail WCAG 2.2 AA on our surfaces; each here is at least 4.5 : 1 (3 : 1 for outlines). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1c2324',
    '--mantine-color-dimmed': '#566162',
    '--mantine-color-placeholder': '#667172',
    '--mantine-color-error': '#a43425',
    '--mantine-color-anchor': '#0b5c6b',
    '--mantine-color-default-border': '#8a9394',
  },
  dark: {
    '--mantine-color-body': '#1d2426',
    '--mantine-color-text': '#e4e9e9',
    '--mantine-color-dimmed': '#a4afb1',
    '--mantine-color-placeholder': '#98a4a7',
    '--mantine-color-error': '#f0a99f',
    '--mantine-color-anchor': '#86bac4',
    '--mantine-color-default': '#1d2426',
    '--mantine-color-default-hover': '#2b3437',
    '--mantine-color-default-border': '#78858a',
  },
});
