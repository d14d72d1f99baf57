/** Words of the page that lists where every number comes from. */
export const sources = {
  rows: (count: string, one: boolean) => (one ? `${count} row` : `${count} rows`),
  /** The sign stands beside the word, so that neither colour nor shape has to be known. */
  unverified: "◇ unverified",
  someUnverified: (count: string) => `◇ ${count} unverified`,
  noneUnverified: "all verified",
  download: (file: string) => `Download ${file}`,
  pages: "Pages:",
  of: {
    models: "Models",
    hardware: "Machines",
    "memory-levels": "Levels of memory",
    storage: "Storage",
    measurements: "Measured speeds",
    sharing: "Speeds of several GPUs",
    training: "Hours of training",
    texts: "Texts that models have read",
    perplexities: "Perplexities",
    formats: "Formats",
    caches: "Printed caches",
    claims: "Claims",
  },
  /** Label of the list of sources of one kind of data. */
  list: (kind: string) => `${kind}: sources`,
};
