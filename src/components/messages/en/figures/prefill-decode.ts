export const prefillDecode = {
  x: "time since the question",
  title: (first: string, share: string, second: string, secondShare: string) =>
    `Of the whole time, ${first} reads for ${share}, ${second} for ${secondShare}.`,
  summary: (machine: string, read: string, all: string, readForecast: string, forecast: string) =>
    `By the roof, ${machine} begins to answer after ${read} and is done after ${all}. The forecast, the thin bar, is ${readForecast} and ${forecast}.`,
  reading: (time: string) => `reads ${time}`,
  writing: (time: string) => `writes ${time}`,
  reads: (machine: string, tokens: string, time: string, isRoof: boolean) =>
    `${machine} reads ${tokens} in ${time}, ${isRoof ? "roof" : "forecast"}`,
  writes: (machine: string, tokens: string, time: string, isRoof: boolean) =>
    `${machine} writes ${tokens} in ${time}, ${isRoof ? "roof" : "forecast"}`,
  columns: [
    "machine",
    "tokens of the prompt",
    "tokens of the answer",
    "reading, seconds, roof",
    "writing, seconds, roof",
    "together, seconds, roof",
    "reading, seconds, forecast",
    "writing, seconds, forecast",
    "together, seconds, forecast",
  ],
};
