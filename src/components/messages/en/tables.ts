/** Headings and cells of the tables that the laws fill. */
export const tables = {
  criticalBatch: {
    caption:
      "Readers at the bend. Weights are stored in so many bits and calculated in 16, or in 32 where they have 32.",
    column: (bits: string) => `${bits} bits`,
  },
  articleLatency: {
    caption: "Milliseconds a token on an A100 80GB: as published, and as corrected",
    model: (parameters: string) => parameters,
    cell: (published: string, corrected: string) => `${published} → ${corrected}`,
  },
  forecastErrors: {
    caption:
      "How far off the forecast is: each machine by numbers that were fitted without it. Half of the rows are no further off than the middle, nine of ten no further than the last.",
    columns: [
      "Machines",
      "Decode rows",
      "Half",
      "Nine of ten",
      "Prefill rows",
      "Half",
      "Nine of ten",
    ],
  },
  machinesFor: {
    caption: (count: string, all: string) =>
      `${count} of ${all} machines would do; those with the slowest memory first`,
    columns: ["Machine", "Bandwidth", "Memory", "Roof, tokens/s", "Forecast, tokens/s"],
  },
};
