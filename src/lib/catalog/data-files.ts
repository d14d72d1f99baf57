/** The files of the catalog in data/, without ending, in the order in which a reader meets them. */
export const dataFiles = [
  "models",
  "hardware",
  "memory-levels",
  "storage",
  "measurements",
  "sharing",
  "training",
  "texts",
  "perplexities",
  "formats",
  "caches",
  "claims",
] as const;

export type DataFile = (typeof dataFiles)[number];

/** Where the site offers them for download, for Framework's dynamicPaths: "/data/models.csv", … */
export const csvPaths: readonly string[] = dataFiles.map((name) => `/data/${name}.csv`);
