const sizes: Readonly<Record<string, string>> = {
  "0.5": "half as large",
  "1": "just as large",
  "2": "twice as large",
};

/** Words of the questions that want a guess before the answer. */
export const guess = {
  label: "Your guess",
  commit: "Show me",
  /** A choice as it stands on its button, by what the tag has as data-unit. */
  choice: (value: string, unit = "") =>
    unit === "size"
      ? (sizes[value] ?? `${value} times as large`)
      : value === "1"
        ? "just as long"
        : `${value} times as long`,
  chosen: (choice: string, answer: string, isRight: boolean) =>
    isRight ? `You said ${choice}. So it is.` : `You said ${choice}. It is ${answer}.`,
  units: {
    tokensPerSecond: "tokens per second",
    readers: "readers",
    machines: "machines",
    milliseconds: "milliseconds",
    operations: "operations",
    gigabytes: "GB",
    megabytes: "MB",
    tokens: "tokens",
    bytes: "bytes",
    times: "times",
    seconds: "seconds",
    years: "years",
    percent: "percent",
    bits: "bits",
    numbers: "numbers",
    weights: "weights",
    billions: "billion weights",
    ofHundred: "of a hundred weights",
    likelyWords: "equally likely words",
  },
  /** Questions whose answer is a word. */
  questions: {
    piUnits: {
      options: {tokens: "tokens a second", seconds: "seconds a token"},
      verdicts: {
        tokens:
          "So it was read in the article, too. Divide the units as you have divided the numbers: bytes over bytes per second are seconds.",
        seconds: "Seconds. Bytes over bytes per second leave nothing else.",
      },
    },
    twoBits: {
      options: {first: "the first", second: "the second"},
      verdicts: {
        first: "The first. You have heard stories before.",
        second: "No, the second has all its bits. It is as good as this model can do.",
      },
    },
    fourBits: {
      options: {first: "the first", second: "the second", cannot: "I cannot tell"},
      verdicts: {
        first: "No, it was the second. The first has all its bits.",
        second: "The second. Was it luck?",
        cannot: "That is an answer too, and the most honest one. It was the second.",
      },
    },
  },
  order: "Your order, the fastest first",
  up: (name: string) => `${name}: one place up`,
  down: (name: string) => `${name}: one place down`,
  ranked: ({
    rightPairs,
    pairs,
    allRight,
    name,
    guessed,
    right,
  }: {
    rightPairs: string;
    pairs: string;
    allRight: boolean;
    name: string;
    guessed: string;
    right: string;
  }) =>
    allRight
      ? "All of them are in their places. You have done this before."
      : `Of ${pairs} pairs you have ${rightPairs} the right way round. The one to look at is the ${name}: you put it in place ${guessed}, and it belongs in place ${right}.`,
  notANumber: (text: string) =>
    text.trim() === ""
      ? "Write a number first. A wrong one is worth more than no number."
      : `“${text}” is not a number that can be compared. Write one such as 25 or 1,000.`,
  verdict: ({
    guess,
    answer,
    ratio,
    times,
  }: {
    guess: string;
    answer: string;
    ratio: number;
    times: string;
  }) =>
    ratio === 0 || (ratio > 0.95 && ratio < 1.05)
      ? `You said ${guess}. It is ${answer}.`
      : ratio > 0.67 && ratio < 1.5
        ? `You said ${guess}. It is ${answer}: a good guess.`
        : ratio > 1
          ? `You said ${guess}. It is ${answer}: yours is ${times} times as much.`
          : `You said ${guess}. It is ${answer}, ${times} times as much.`,
};
