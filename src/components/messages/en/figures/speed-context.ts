export const speedContext = {
  x: "tokens of conversation",
  y: "tokens per second",
  roof: "roof",
  forecast: "forecast",
  title: (model: string, machine: string, context: string, times: string) =>
    `${model} on ${machine}: after ${context} tokens it writes ${times} times as slowly.`,
  summary: (context: string, roof: string, forecast: string, slow: string, fast: string) =>
    `After ${context} the roof is ${roof} tokens per second. The forecast is ${forecast}, most likely between ${slow} and ${fast}. Diamonds are measured.`,
  reading: (speed: string) => `${speed} tokens/s`,
  dot: (context: string, roof: string, forecast: string) =>
    `After ${context} tokens: roof ${roof} tokens per second, forecast ${forecast}`,
  run: (context: string, speed: string, verified: boolean) =>
    `Measured after ${context} tokens: ${speed} tokens per second${verified ? "" : " (unverified)"}`,
  columns: [
    "tokens of conversation",
    "roof, tokens per second",
    "forecast, tokens per second",
    "measured, tokens per second",
  ],
};
