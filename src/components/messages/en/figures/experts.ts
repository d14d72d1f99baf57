/** A name with hyphens at which no line is broken. */
const unbroken = (name: string): string => name.replaceAll("-", "\u2011");

export const experts = {
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
