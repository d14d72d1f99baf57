/** Words of the chart of all weights and those that a token uses. */
export const totalActive = {
  x: "all weights",
  y: "weights that one token uses",
  tick: (value: number, digits: (value: number) => string) =>
    value >= 1e12
      ? `${digits(value / 1e12)} T`
      : value >= 1e9
        ? `${digits(value / 1e9)} B`
        : value >= 1e6
          ? `${digits(value / 1e6)} M`
          : `${digits(value / 1e3)} K`,
  dense: (model: string) => `${model} uses each of its weights for each token.`,
  mixture: (model: string, share: string) =>
    `${model} uses ${share} of its weights for a token, and keeps the rest ready.`,
  summary: (active: string, total: string) =>
    `${active} of ${total} weights work for one token. A mixture of experts falls beneath the diagonal by what it leaves alone.`,
  dot: (model: string, total: string, active: string, mixture: boolean) =>
    mixture
      ? `${model}: ${total} weights, of which a token uses ${active}`
      : `${model}: ${total} weights, all used for each token`,
  columns: ["model", "weights", "weights that a token uses", "weights published", "difference"],
};
