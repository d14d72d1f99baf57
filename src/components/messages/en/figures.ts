const roofline = {
  x: "operations per byte read",
  y: "operations per second",
  memory: "waiting for memory",
  compute: "busy computing",
  waiting: (readers: string, machine: string, share: string) =>
    `With ${readers}, ${machine} calculates ${share} of the time and waits for memory the rest.`,
  busy: (readers: string, machine: string) =>
    `With ${readers}, ${machine} calculates without a pause: memory waits for it.`,
  summary: (intensity: string, ridge: string, readers: string) =>
    `Operations for each byte: ${intensity}; the roof bends at ${ridge}, which takes ${readers} readers. Dots are computed, diamonds measured, broken ones read in a copy.`,
  roof: (speed: string, readers: number) => `roof ${speed} tokens/s${readers > 1 ? " in all" : ""}`,
  measured: (speed: string) => `measured ${speed}`,
  dot: (machine: string, speed: string, intensity: string) =>
    `${machine}, roof: ${speed} tokens per second at ${intensity} operations a byte`,
  diamond: (machine: string, speed: string, verified: boolean) =>
    `${machine}, measured: ${speed} tokens per second${verified ? "" : " (unverified)"}`,
  columns: [
    "machine",
    "operations per byte",
    "operations per second at the roof",
    "tokens per second at the roof",
    "tokens per second measured",
    "ridge point",
    "peak operations per second",
    "bytes per second",
  ],
};

const latencyBatch = {
  x: "readers at once",
  y: "time for a token",
  memory: "memory",
  compute: "compute",
  title: (readers: string) => `Up to ${readers}, nobody waits longer for a token.`,
  titleNone: "This machine calculates longer than it reads, even for one reader.",
  summary: (readers: string, machine: string, time: string, each: string, together: string) =>
    `With ${readers}, ${machine} takes ${time} for a token: ${each} tokens per second for each reader, ${together} together.`,
  bend: (readers: string) => `${readers} readers`,
  together: (speed: string) => `${speed} tokens/s in all`,
  guess: "your guess",
  dot: (readers: string, time: string, together: string) =>
    `${readers}: ${time} for a token, ${together} tokens per second together`,
  columns: [
    "readers at once",
    "compute, seconds",
    "memory, seconds",
    "the slower one, seconds",
    "tokens per second of all readers",
  ],
};

const speedContext = {
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

const ceilings = {
  x: "memory bandwidth, bytes per second",
  y: "tokens per second, one reader",
  corrected: "corrected",
  published: "published",
  title: (above: string, all: string) =>
    `${above} of ${all} machines are faster than the published law allows.`,
  summary: (noneAbove: boolean) =>
    noneAbove
      ? "The lower line counts 7 billion weights of half a byte twice, the upper one the bytes of the file. Dark diamonds lie above the lower line, none above the upper one. A broken outline: read in a copy."
      : "Dark diamonds lie above the lower line. A broken outline: read in a copy.",
  diamond: (machine: string, measured: string, published: string, corrected: string) =>
    `${machine}: measured ${measured} tokens per second; published law ${published}, corrected ${corrected}`,
  columns: [
    "machine",
    "bytes per second",
    "measured, tokens per second",
    "published ceiling",
    "corrected ceiling",
  ],
};

const forecast = {
  x: "forecast, tokens per second",
  y: "measured, tokens per second",
  title: (median: string, share: string) =>
    `Half of the machines are forecast to within ${median}, nine of ten to within ${share}.`,
  summary: (machines: string) =>
    `Each of ${machines} machines is forecast by numbers that were fitted without it. On the line, forecast and measurement agree; the band is ten percent wide to either side. A broken outline: read in a copy.`,
  old: "old cards",
  diamond: (machine: string, measured: string, forecast: string, error: string) =>
    `${machine}: measured ${measured} tokens per second, forecast ${forecast}, off by ${error}`,
  columns: [
    "machine",
    "class",
    "format",
    "roof, tokens per second",
    "forecast, tokens per second",
    "measured, tokens per second",
  ],
};

const matrixReuse = {
  title: (batch: number, count: string, readers: string) =>
    batch === 1
      ? `With ${readers} each weight is read once and used once.`
      : `With ${readers} each weight is read once and used ${count} times.`,
  operationCount: (count: number, digits: string) =>
    count === 1 ? "one operation" : `${digits} operations`,
  waiting: (machine: string, operations: string, ridge: string, readers: string) =>
    `Each byte that arrives brings ${operations}. ${machine} could do ${ridge} in that time, so the bars meet at ${readers} readers.`,
  busy: (machine: string, operations: string, ridge: string, readers: string) =>
    `Each byte that arrives brings ${operations}. ${machine} can do only ${ridge} in that time: the bars met at ${readers} readers.`,
  weights: "weights",
  results: (batch: number, count: string) => (batch === 1 ? "one result" : `${count} results`),
  shape: (rows: string, columns: string) => `${rows} × ${columns}`,
  arrive: (bytes: string, time: string) => `${bytes} arrive once: ${time}`,
  operations: (operations: string, time: string) => `${operations} operations: ${time}`,
  each: (operations: string) => `${operations} for each byte`,
  eachShort: (intensity: string) => `${intensity} a byte`,
  even: (ridge: string) => `equally long at ${ridge} operations a byte`,
  evenLabel: (ridge: string) =>
    `Where a byte brings ${ridge} operations, arriving and computing take equally long`,
  weightsLabel: (model: string, rows: string, columns: string, bytes: string) =>
    `One matrix of ${model}: ${rows} rows of ${columns} weights, ${bytes}`,
  readersLabel: (batch: number, count: string, columns: string) =>
    batch === 1
      ? `The reader’s column of ${columns} numbers: each weight meets one of them`
      : `A column of ${columns} numbers for each reader: each weight meets ${count} of them`,
  resultsLabel: (batch: number, count: string, rows: string) =>
    batch === 1
      ? `A column of ${rows} results: each weight has a part in one of them`
      : `A column of ${rows} results for each reader: each weight has a part in ${count} of them`,
  columns: [
    "model",
    "machine",
    "rows",
    "columns",
    "readers at once",
    "bytes that arrive",
    "operations",
    "operations per byte",
    "ridge point",
    "memory, seconds",
    "compute, seconds",
  ],
};

/** A name with hyphens at which no line is broken. */
const unbroken = (name: string): string => name.replaceAll("-", "\u2011");

const experts = {
  x: "readers at once",
  y: "output, as a multiple of one reader’s",
  times: (digits: string) => `${digits} ×`,
  inFull: "if every reader counted in full",
  computed: (digits: string) => `● ${digits} ×`,
  measured: (digits: string) => `◇ ${digits} ×`,
  second: (dense: string, mixture: string) =>
    `By the roof, a second reader adds ${dense} to what the dense model writes, and ${mixture} to the mixture’s.`,
  title: (readers: string, dense: string, mixture: string) =>
    `By the roof, ${readers} get ${dense} times as much as one from the dense model, ${mixture} times from the mixture.`,
  summary: (
    model: string,
    experts: string,
    perToken: string,
    readers: string,
    touched: string,
    alone: boolean,
  ) =>
    alone
      ? `Each layer of ${unbroken(model)} has ${experts} experts; one reader’s token goes through ${perToken} of them. Dots are computed, diamonds measured.`
      : `Each layer of ${unbroken(model)} has ${experts} experts; ${readers}, choosing at random, touch about ${touched}. Dots are computed, diamonds measured, up to 32 readers.`,
  dot: (model: string, readers: string, speed: string, gain: string) =>
    `${model}, ${readers}, roof: ${speed} tokens per second together, ${gain} times what one gets`,
  diamond: (model: string, readers: string, speed: string, gain: string, verified: boolean) =>
    `${model}, ${readers}, measured: ${speed} tokens per second together, ${gain} times what one got${verified ? "" : " (unverified)"}`,
  columns: [
    "model",
    "precision",
    "readers at once",
    "times one reader’s output, roof",
    "times one reader’s output, measured",
    "tokens per second of all readers, roof",
    "tokens per second of all readers, measured",
  ],
};

/** Titles, summaries, axes and labels of the charts, by the chart's name. */
export const figures = {
  explore: "Chart: walk from mark to mark with the arrow keys",
  tableOf: (name: string) => `The facts of the figure “${name}” as a table`,
  sources: "Sources",
  menu: {
    open: "More",
    table: "Table",
    csv: "CSV",
    svg: "SVG",
    png: "PNG",
    link: "Copy link",
    copied: "Link copied: it keeps all of what is chosen.",
  },
  roofline,
  matrixReuse,
  experts,
  latencyBatch,
  speedContext,
  ceilings,
  forecast,
};
