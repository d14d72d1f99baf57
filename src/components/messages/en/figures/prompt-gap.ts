export const promptGap = {
  x: "tokens that go through the model together",
  y: "times as long",
  memory: "both wait for memory",
  memoryShort: "both wait",
  compute: "both calculate",
  forecast: "forecast, with llama.cpp",
  forecastShort: "forecast",
  guess: "your guess",
  title: (machine: string, written: string, rival: string, tokens: string, read: string) =>
    `To write a token, ${machine} takes ${written} times as long as ${rival}. To read ${tokens}: ${read} times.`,
  summary: "The thick line is the roof, the thin one the forecast.",
  summaryMeasured: (written: string, tokens: string, read: string) =>
    `The thick line is the roof. Diamonds are measured with llama.cpp: ${written} times for a token written, ${read} times for a prompt of ${tokens}.`,
  times: (gap: string) => `${gap} times`,
  dot: (tokens: string, gap: string) => `A prompt of ${tokens}: ${gap} times as long, roof`,
  measured: (isWritten: boolean, tokens: string, gap: string, verified: boolean) =>
    `${isWritten ? "A token written" : `A prompt of ${tokens} tokens`}, measured: ${gap} times as long${verified ? "" : " (unverified)"}`,
  columns: [
    "tokens that go through together",
    "times as long, roof",
    "times as long, forecast",
    "times as long, measured",
  ],
};
