/** Words of the picture of a layer's matrices. */
export const parameterBreakdown = {
  /** Which part is the largest: 0 feed-forward, 1 attention, 2 the tables of words. */
  title: (largest: number, share: string) =>
    largest === 0
      ? `${share} of the weights are in the feed-forward matrices.`
      : largest === 1
        ? `${share} of the weights are in the matrices of attention.`
        : `${share} of the weights are in the tables of words.`,
  same: (model: string) =>
    `${model}: added up matrix by matrix, the count is what its publisher says, to the last digit. Pull an edge, and it is your model.`,
  differs: (model: string, difference: string, note: string) =>
    `${model}: the published total and the count differ by ${difference}. ${note}`,
  unpublished: (model: string) =>
    `${model}: a total to the last digit is not published, so this one has to speak for itself.`,
  own: (model: string) =>
    `This is your model, ${model}. Choose a real one, and its published total is back.`,
  attention: (squares: string, share: string, narrow: boolean) =>
    narrow
      ? `Attention: ${squares} d², ${share}`
      : `Attention: ${squares} d², ${share} of the model`,
  feedForward: (squares: string, share: string, narrow: boolean) =>
    narrow
      ? `Feed-forward: ${squares} d², ${share}`
      : `Feed-forward: ${squares} d², ${share} of the model`,
  experts: (count: string, perToken: string, share: string, narrow: boolean) =>
    narrow
      ? `${count} experts, ${perToken} used: ${share}`
      : `Feed-forward: ${count} experts, of which a token uses ${perToken}, ${share} of the model`,
  whole: (narrow: boolean) => (narrow ? "The whole model" : "The whole model, layer beside layer"),
  layers: (count: number, digits: string) => (count === 1 ? "one layer" : `${digits} layers`),
  block: (name: string, weights: string, share: string, used: boolean) =>
    `${name}: ${weights} weights, ${share} of the model${used ? "" : ", not used for this token"}`,
  expert: "One expert",
  blocks: {
    query: "Query",
    key: "Key",
    value: "Value",
    "attention output": "Output of attention",
    gate: "Gate",
    up: "Up",
    down: "Down",
    router: "Router",
    "shared expert": "Expert for every token",
    "query down": "Query, down",
    "query up": "Query, up",
    "key and value down": "Key and value, down",
    "key and value up": "Key and value, up",
  } as Readonly<Record<string, string>>,
  short: {
    query: "Q",
    key: "K",
    value: "V",
    "attention output": "O",
    gate: "gate",
    up: "up",
    down: "down",
  } as Readonly<Record<string, string>>,
  parts: {
    embedding: "table of words",
    attention: "attention",
    feedForward: "feed-forward",
    norms: "norms",
    output: "output",
  },
  words: "words",
  counted: (narrow: boolean) => (narrow ? "counted" : "counted, matrix by matrix"),
  published: "published",
  toTheUnit: (narrow: boolean) => (narrow ? "✓ exact" : "✓ the same, to the unit"),
  off: (more: boolean, difference: string) => `${difference} ${more ? "more" : "fewer"}`,
  /** Where the publisher gives no last digit, or where there is no publisher. */
  rounded: (narrow: boolean) => (narrow ? "rounded" : "only rounded, not to the last digit"),
  yours: (narrow: boolean) => (narrow ? "yours" : "nothing, it is your model"),
  model: "whole model",
  layer: "one layer",
  columns: ["tensor", "of", "weights", "share of the model"],
};
