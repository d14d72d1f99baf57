export const ceilings = {
  x: "memory bandwidth, bytes per second",
  y: "tokens per second, one reader",
  corrected: "corrected",
  published: "published",
  title: (above: string, all: string) =>
    `${above} of ${all} machines are faster than the published law allows.`,
  summary: (noneAbove: boolean) =>
    noneAbove
      ? "The lower line counts 7 billion weights of half a byte twice, the upper one the bytes of the file. Dark diamonds lie above the lower line, none above the upper one. A broken outline: known second-hand."
      : "Dark diamonds lie above the lower line. A broken outline: known second-hand.",
  diamond: (machine: string, measured: string, published: string, corrected: string) =>
    `${machine}: measured ${measured} tokens per second; published law ${published}, corrected ${corrected}`,
  own: (machine: string, corrected: string, published: string) =>
    `${machine}: at most ${corrected} tokens per second by the corrected law, ${published} by the published one; not measured with this model`,
  columns: [
    "machine",
    "bytes per second",
    "measured, tokens per second",
    "published ceiling",
    "corrected ceiling",
  ],
};
