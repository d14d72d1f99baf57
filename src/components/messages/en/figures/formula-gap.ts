/** Words of the way from the formula to the count. */
export const formulaGap = {
  title: (share: string, misses: boolean, cause: string) =>
    `The formula is ${share} too ${misses ? "low" : "high"}, most of it because of ${cause}.`,
  causes: {
    tables: "the tables of words",
    feedForward: "the feed-forward block",
    attention: "attention",
    norms: "the norms",
  },
  summary: (model: string, estimate: string, counted: string) =>
    `${model} has ${counted} weights; 12·L·d² + V·d says ${estimate}. The scale does not begin at zero.`,
  formula: "12·L·d² + V·d",
  counted: "counted",
  parts: {
    tables: "tables of words",
    feedForward: "feed-forward block",
    attention: "attention",
    norms: "norms",
  },
  point: (name: string, weights: string) => `${name}: ${weights} weights`,
  columns: ["part", "weights by the formula", "weights counted", "difference"],
};
