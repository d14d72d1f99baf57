/** Words that stand in sentences beside live numbers. */
export const quantities = {
  article: (machine: string, isOwn: boolean) =>
    isOwn ? "" : /^(A\d|Apple|AMD|Arc|H\d|L\d|M\d|MI|RTX|RX)/.test(machine) ? "an" : "a",
  forReaders: (count: number, digits: string) =>
    count === 1 ? "" : ` for each of ${digits} readers`,
  asLong: (ratio: number, times: string) =>
    ratio < 1.005 ? "just as long" : `${times} times as long`,
  remark: {
    measured: (speed: string, share: string) => `People measured ${speed}, ${share} of that.`,
    notMeasuredHere: "What it really writes, chapter 8 shows.",
    notMeasured: "Of that we know no measurement.",
    tooLarge: (needed: string, room: string) =>
      `Only, it does not fit: that takes ${needed}, and there are ${room}.`,
    mixture: "More readers bring more experts, so a mixture of experts will be slower than that.",
  },
  unknown: "unknown",
  /** In a sentence, for a memory whose size the reader has not told: "has … of memory", "… layers". */
  untold: {amount: "an untold amount", count: "who knows how many"},
};
