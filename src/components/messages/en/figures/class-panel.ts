/** Words around it: what takes the codes, and the list of devices. */
export const classPanel = {
  withoutScript:
    "With JavaScript, this page would read the codes of your class and draw them below. It shows a device that was recorded for the notebook.",
  paste: "Codes, or any text with codes in it",
  take: "Take them",
  files: "Choose files",
  drop: "Or drop files here: texts with codes, lists that this page has saved, reports that chapter 8 exported.",
  taken: (added: number, digits: string, known: number, knownDigits: string) =>
    [
      added === 0 ? "" : added === 1 ? "One device has come." : `${digits} devices have come.`,
      known === 0
        ? ""
        : known === 1
          ? "One was there already."
          : `${knownDigits} were there already.`,
    ]
      .filter(Boolean)
      .join(" "),
  none: "There is no code in this. A code begins with IA1-.",
  nothing: "Paste a code first.",
  refused: (code: string, reason: string) => `${code}: ${reason}`,
  refusedFile: (name: string, reason: string) => `${name}: ${reason}`,
  tooLarge: "The file is larger than a million bytes, and no list of a class is.",
  full: (most: string) => `A class has at most ${most} devices here. The others were not taken.`,
  guess: {
    question:
      "Before anything is drawn: how many times as fast does the fastest device in this room read its memory as the slowest? You may skip this.",
    unit: "times as fast",
    commit: "That is our guess",
    taken: (guess: string) => `You say ${guess} times. Now hand the devices in.`,
    verdict: (guess: string, answer: string, count: string) =>
      `You said ${guess} times. Of ${count} devices it is ${answer}.`,
  },
  list: {
    caption: "The devices of the class",
    number: "No.",
    name: "Name",
    bandwidth: "Reads",
    flops: "Calculates",
    speed: "Wrote",
    foretold: "Its roof",
    error: "Off by",
    workers: "Workers",
    threads: (threads: string, workers: string) => `${threads} of ${workers}`,
    model: "Model",
    remove: (name: string) => `Take ${name} out`,
    unnamed: "no name",
  },
  statistics: ({
    count,
    median,
    from,
    to,
    speed,
    error,
  }: {
    count: number;
    median: string;
    from: string;
    to: string;
    speed: string;
    error: string;
  }) =>
    count === 1
      ? `It reads ${median} and wrote ${speed} tokens per second. Its roof was off by ${error}.`
      : count < 4
        ? `They read between ${from} and ${to}. With four devices there is a middle to speak of.`
        : `In the middle, a device reads ${median}; half of them lie between ${from} and ${to}. The one in the middle wrote ${speed} tokens per second, and a roof was off by ${error}.`,
  columns: {
    number: "number",
    name: "name",
    bandwidth: "bandwidth (bytes/s)",
    flops: "operations (FLOP/s)",
    speed: "measured (tokens/s)",
    foretold: "roof (tokens/s)",
    error: "measured / roof - 1",
    model: "model",
    threads: "threads",
    workers: "workers",
    simd: "kernels",
    code: "code",
  },
  save: "Save as CSV",
  keep: "Keep the class in this browser",
  kept: "Kept. It is here again when you come back to this page.",
  notKept: "The browser lets nothing be kept here. Save the list as a file.",
  wipe: "Delete all",
  wiped: "All devices are deleted, here and in what was kept.",
};
