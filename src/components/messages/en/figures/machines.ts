export const machines = {
  x: "tokens per second, one reader",
  wish: (speed: string) => `${speed} wanted`,
  title: (fitting: string, all: string, model: string, bytes: string) =>
    `${fitting} of ${all} machines hold ${model}, which takes ${bytes} with its conversation.`,
  summary: (shown: string, found: string, sort: string, measured: string) =>
    `Shown: ${shown} of ${found}, by ${sort}. Each dot is a roof, each bar what a real program is expected to reach, each diamond a measurement (${measured} of this model and precision). Touch a row to pin it.`,
  facts: (bandwidth: string, memory: string) => `${bandwidth} · ${memory}`,
  untold: "memory not told",
  tooSmall: (memory: string) => `too small · ${memory}`,
  fits: (fits: boolean) => (fits ? "yes" : "no"),
  dot: (machine: string, roof: string, forecast: string, slow: string, fast: string) =>
    `${machine}: roof ${roof} tokens per second, forecast ${forecast}, most likely between ${slow} and ${fast}`,
  dotTooSmall: (machine: string, memory: string, roof: string) =>
    `${machine} has ${memory}, too little. If it had enough, its roof would be ${roof} tokens per second`,
  diamond: (machine: string, speed: string, verified: boolean) =>
    `${machine}: measured ${speed} tokens per second${verified ? "" : " (unverified)"}`,
  columns: [
    "machine",
    "kind",
    "memory, bytes",
    "bytes per second",
    "holds the model",
    "roof, tokens per second",
    "forecast, tokens per second",
    "measured, tokens per second",
  ],
};
