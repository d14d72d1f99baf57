/** Words of the questions that want a guess before the answer. */
export const guess = {
  label: "Your guess",
  commit: "Show me",
  choice: (value: string) => (value === "1" ? "just as long" : `${value} times as long`),
  units: {
    tokensPerSecond: "tokens per second",
    tokens: "tokens",
    readers: "readers",
    machines: "machines",
    gigabytesPerSecond: "GB per second",
    times: "times",
  },
  notANumber: (text: string) =>
    text.trim() === ""
      ? "Write a number first. A wrong one is worth more than none."
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
    ratio > 0.95 && ratio < 1.05
      ? `You said ${guess}. It is ${answer}.`
      : ratio > 0.67 && ratio < 1.5
        ? `You said ${guess}. It is ${answer}: a good guess.`
        : ratio > 1
          ? `You said ${guess}. It is ${answer}, ${times} times less.`
          : `You said ${guess}. It is ${answer}, ${times} times more.`,
};
