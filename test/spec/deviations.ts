/** Examples of the specification that are drawn differently, and why that is meant. */
export const deviations: readonly { readonly examples: readonly number[]; readonly because: string }[] = [
  {
    examples: [596, 598, 599, 601],
    because:
      'Content is not trusted: only addresses with a scheme that a browser opens without asking another program are links; the words of others stay.',
  },
  {
    examples: [602, 608, 611, 612],
    because: 'Bare addresses are links, as on GitHub.',
  },
];
