export const forecast = {
  x: "forecast, tokens per second",
  y: "measured, tokens per second",
  title: (median: string, share: string) =>
    `Half of the machines are forecast to within ${median}, nine of ten to within ${share}.`,
  summary: (machines: string) =>
    `Each of ${machines} machines is forecast by numbers that were fitted without it. On the line, forecast and measurement agree; the band is ten percent wide to either side. A broken outline: known second-hand.`,
  old: "old cards",
  diamond: (machine: string, measured: string, forecast: string, error: string) =>
    `${machine}: measured ${measured} tokens per second, forecast ${forecast}, off by ${error}`,
  own: (machine: string, forecast: string) =>
    `${machine}: forecast ${forecast} tokens per second with Llama-2-7B in a Q4_0 file; not measured with it`,
  columns: [
    "machine",
    "class",
    "format",
    "roof, tokens per second",
    "forecast, tokens per second",
    "measured, tokens per second",
  ],
};
