export const ownVerdict = {
  x: "tokens per second",
  you: "You",
  law: "The law",
  run: "The model",
  noGuess: "your guess",
  notRun: "not run yet",
  speed: (speed: string) => `${speed} a second`,
  waiting: (said: string, own: boolean) =>
    own
      ? `The law says ${said} tokens a second for your machine. Now let the model run.`
      : `The law says ${said} tokens a second.`,
  title: (said: string, came: string, error: string, own: boolean) =>
    own
      ? `The law said ${said} tokens a second, your machine wrote ${came}: ${error}.`
      : `There, the law said ${said} tokens a second, and the model wrote ${came}: ${error}.`,
  summary: (name: string, browser: string, cores: string) =>
    `Not your machine yet, but a recorded one: ${name}, ${browser}, ${cores} cores. The dot is the law’s, on a bar as long as the samples lay apart; the diamond was measured.`,
  ownSummary: (browser: string) =>
    `Your machine, in ${browser}. The dot is the law’s, on a bar as long as the samples lay apart; the diamond was measured.`,
  guessed: (speed: string) => `you guessed ${speed} tokens per second`,
  foretold: (speed: string, low: string, high: string) =>
    `the law: ${speed} tokens per second, by its samples ${low} to ${high}`,
  measured: (speed: string) => `measured: ${speed} tokens per second`,
  columns: ["who says so", "tokens per second", "at least", "at most"],
};
