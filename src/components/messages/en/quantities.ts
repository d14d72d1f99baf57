/** Words that stand in sentences beside live numbers. */
export const quantities = {
  article: (machine: string) =>
    /^(A\d|Apple|AMD|Arc|H\d|L\d|M\d|MI|RTX|RX)/.test(machine) ? "an" : "a",
  forReaders: (count: number, digits: string) =>
    count === 1 ? "" : ` for each of ${digits} readers`,
  asLong: (ratio: number, times: string) =>
    ratio < 1.005 ? "just as long" : `${times} times as long`,
  measured: (speed: string) => `People measured ${speed}.`,
  notMeasured: "Nobody has published a measurement of that.",
  unknown: "unknown",
};
