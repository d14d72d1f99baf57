export const roundingError = {
  x: "bits for each weight, scales counted in",
  y: "error of the layer’s output",
  title: (four: string, eight: string) =>
    `Four bits put a layer’s output off by ${four}, eight by ${eight}. Each bit more halves it.`,
  summary:
    "Counted on eight rows of a real matrix, for an input whose entries are independent of each other. Large dots are formats that files have, small ones follow the same rule with other widths.",
  reading: (format: string, error: string) => `${format}: ${error}`,
  dot: (format: string, bits: string, error: string) =>
    `${format === "" ? "" : `${format}, `}${bits} bits for each weight: the output is off by ${error}`,
  guess: "your guess",
  columns: ["bits per weight", "format", "relative error of the output"],
};
