/** Units in which an answer may be given, each in multiples of one base: e.g. ms is 0.001 s. */
export type Family = Readonly<Record<string, number>>;

const bytes: Family = {
  B: 1,
  kB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  TiB: 2 ** 40,
  bit: 1 / 8,
  Mbit: 1e6 / 8,
  Gbit: 1e9 / 8,
};
const time: Family = {
  s: 1,
  ms: 1e-3,
  µs: 1e-6,
  ns: 1e-9,
  min: 60,
  h: 3600,
  d: 86_400,
  a: 365.25 * 86_400,
};
const speed: Family = {"token/s": 1, "token/min": 1 / 60};
const bare = (unit: string): Family => ({[unit]: 1});

export type UnitName = keyof typeof units;

interface Asked {
  family: Family;
  /** The unit that the question names: a number without a unit is taken to be in it. */
  unit: string;
}

/** What may stand behind the number of an answer, by the unit that its question names. */
export const units = {
  operations: {family: bare("FLOP"), unit: "FLOP"},
  milliseconds: {family: time, unit: "ms"},
  seconds: {family: time, unit: "s"},
  years: {family: time, unit: "a"},
  times: {family: bare("×"), unit: "×"},
  weights: {family: bare("weight"), unit: "weight"},
  ofHundred: {family: bare("%"), unit: "%"},
  bytes: {family: bytes, unit: "B"},
  gigabytes: {family: bytes, unit: "GB"},
  tokens: {family: bare("token"), unit: "token"},
  readers: {family: bare("reader"), unit: "reader"},
  tokensPerSecond: {family: speed, unit: "token/s"},
  bits: {family: bytes, unit: "bit"},
} satisfies Readonly<Record<string, Asked>>;

/** Other ways to write a unit; all in small letters. */
const spellings: Readonly<Record<string, string>> = {
  byte: "B",
  bytes: "B",
  bits: "bit",
  "operations a byte": "FLOP",
  "flop/byte": "FLOP",
  operations: "FLOP",
  operation: "FLOP",
  flops: "FLOP",
  us: "µs",
  "\u03bcs": "µs", // the Greek letter, which looks like the sign
  sec: "s",
  second: "s",
  seconds: "s",
  millisecond: "ms",
  milliseconds: "ms",
  minute: "min",
  minutes: "min",
  hour: "h",
  hours: "h",
  day: "d",
  days: "d",
  y: "a",
  year: "a",
  years: "a",
  x: "×",
  times: "×",
  weights: "weight",
  parameters: "weight",
  percent: "%",
  tokens: "token",
  readers: "reader",
  "t/s": "token/s",
  "tok/s": "token/s",
  "tokens/s": "token/s",
  "tokens per second": "token/s",
  "tokens a second": "token/s",
  "tokens/min": "token/min",
  "tokens per minute": "token/min",
};

/** In capitals and small letters they differ: a Gb is an eighth of a GB. */
const exactSpellings: Readonly<Record<string, string>> = {Mb: "Mbit", Gb: "Gbit"};

const known = new Map(
  Object.values(units).flatMap(({family}) =>
    Object.keys(family).map((unit) => [unit.toLowerCase(), unit] as const),
  ),
);

/** A unit as people write it, e.g. "gib" is "GiB"; undefined where it is none. */
export function unitNamed(text: string): string | undefined {
  const plain = text.trim().replace(/\s+/g, " ");
  const small = plain.toLowerCase();
  if (Object.hasOwn(exactSpellings, plain)) return exactSpellings[plain];
  return known.get(small) ?? (Object.hasOwn(spellings, small) ? spellings[small] : undefined);
}

/** Whether a question may name this unit. */
export function isUnit(name: string): name is UnitName {
  return Object.hasOwn(units, name);
}
