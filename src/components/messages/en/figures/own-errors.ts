const phases = {decode: "writing", prefill: "reading"};

export const ownErrors = {
  x: "tokens per second",
  phases,
  row: (format: string, phase: keyof typeof phases) => `${format}, ${phases[phase]}`,
  off: (error: string) => `${error}`,
  notRun: "not run yet",
  nothing: "The law has spoken. The model has not run yet.",
  title: (error: string, where: string, own: boolean) =>
    own
      ? `On your machine the law was off by ${error} at most: ${where}.`
      : `On the recorded machine the law was off by ${error} at most: ${where}.`,
  summary: (own: boolean, workers: number, digits: string) =>
    `The model of 110 million weights ${own ? "here" : "there"}, ${workers === 1 ? "with one worker" : `with ${digits} workers`}. At the end of each line: how much faster than the law, or with a minus how much slower.`,
  foretold: (name: string, speed: string) => `${name}, the law: ${speed} tokens per second`,
  measured: (name: string, speed: string) => `${name}, measured: ${speed} tokens per second`,
  columns: [
    "precision",
    "phase",
    "tokens together",
    "the law, tokens per second",
    "at least",
    "at most",
    "measured",
    "faster than the law by",
  ],
};
