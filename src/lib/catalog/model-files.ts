/** Files of the demo model in data/model/ that the site serves, each fetched only when asked for. */
export const modelFiles = [
  "fable-q8_0.gguf",
  "fable-q4_0.gguf",
  "fable-f32.gguf",
  "heldout.txt",
] as const;

export type ModelFile = (typeof modelFiles)[number];

/** Where the site serves them, for Framework's dynamicPaths: "/data/model/fable-q8_0.gguf", … */
export const modelPaths: readonly string[] = modelFiles.map((name) => `/data/model/${name}`);
