export const sharedHeads = {
  multiHead: (model: string, heads: string) =>
    `In ${model} each of ${heads} heads keeps a key and a value of its own.`,
  grouped: (model: string, heads: string) =>
    `In ${model} ${heads} heads share one key and one value.`,
  latent: (model: string, heads: string) =>
    `In ${model} all ${heads} heads look into one short vector.`,
  keepsAll: (kept: string) =>
    `So one layer keeps ${kept} numbers of each token: nothing is shared, nothing is saved.`,
  keeps: (kept: string, own: string, times: string) =>
    `So one layer keeps ${kept} numbers of each token instead of ${own}: ${times} times fewer.`,
  queries: (heads: string) => `${heads} heads ask`,
  pairs: (count: number, digits: string) =>
    count === 1 ? "one key and one value are kept" : `${digits} keys and ${digits} values are kept`,
  oneVector: (kept: string) => `one vector of ${kept} numbers is kept`,
  queriesLabel: (heads: string) => `${heads} heads, each with a query of its own`,
  keptLabel: (size: string) => `A key of ${size} numbers, and a value of ${size}`,
  latentLabel: (kept: string) =>
    `${kept} numbers, from which each head makes its key and its value`,
  ownBar: (own: string) => `a pair for each head: ${own} numbers`,
  keptBar: (model: string, kept: string) => `${model}: ${kept} numbers`,
  columns: [
    "model",
    "heads",
    "keys and values",
    "numbers that a layer keeps of a token",
    "with a pair for each head",
    "share",
  ],
};
