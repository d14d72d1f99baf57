/**
 * Numbers as people read them, in one language. Everything inside is SI (bytes, seconds, FLOP/s);
 * here, at the edge, it becomes "3.83 GB" or "56.0 ms". Digits come from Intl, unit symbols are
 * the international ones and stay as they are in every language.
 */
export interface Numbers {
  /** Three significant digits with an SI prefix: 3825065984 → "3.83 GB". */
  bytes(value: number): string;
  /** 68.25e9 → "68.3 GB/s". */
  bandwidth(value: number): string;
  /** 312e12 → "312 TFLOP/s". */
  flopRate(value: number): string;
  /** 0.0560 → "56.0 ms", 2.59e8 → "8.21 years". */
  seconds(value: number): string;
  /** Tokens per second without the unit: 17.84 → "17.8", 552.9 → "553". */
  rate(value: number): string;
  /** Three significant digits, large numbers grouped: 161.2 → "161". */
  number(value: number): string;
  /** Whole tokens, never more than there are: 22961.7 → "22,961". */
  tokens(value: number): string;
  /** Mebibytes, as old logs print them: 256 → "256.00 MiB". */
  mebibytes(value: number): string;
  /** A change as a share, with its sign: 0.009 → "+0.9%". */
  change(value: number): string;
  /** 0.0000043 → "0.0004%". */
  smallPercent(value: number): string;
  /** All digits: 6738415616 → "6,738,415,616". */
  whole(value: number): string;
  /** 6.738e9 → "6.74 billion"; small numbers stay digits. */
  amount(value: number): string;
  /** 0.28 → "28%". */
  percent(value: number): string;
  /** Two decimals: 28.9406 → "28.94". */
  hundredths(value: number): string;
  /** Up to four decimals: 4.541312 → "4.5413". */
  fine(value: number): string;
  /** For the ticks of an axis: 1e12 → "1 T", 1e-3 in "s" → "1 ms". */
  tick(value: number, unit?: string): string;
  /** For numbers beyond all prefixes: 4.04e22 → "4.04 × 10²²". */
  scientific(value: number): string;
  /** "4.5" for bits per weight, at most two decimals. */
  bits(value: number): string;
}

const prefixes: readonly (readonly [number, string])[] = [
  [1e18, "E"],
  [1e15, "P"],
  [1e12, "T"],
  [1e9, "G"],
  [1e6, "M"],
  [1e3, "k"],
  [1, ""],
  [1e-3, "m"],
  [1e-6, "µ"],
  [1e-9, "n"],
];

const year = 365.25 * 24 * 3600; // s

/** Number formats of a language, e.g. createNumbers("en"). */
export function createNumbers(locale: string): Numbers {
  const significant = new Intl.NumberFormat(locale, {
    minimumSignificantDigits: 3,
    maximumSignificantDigits: 3,
  });
  const whole = new Intl.NumberFormat(locale, {maximumFractionDigits: 0});
  const short = new Intl.NumberFormat(locale, {maximumSignificantDigits: 3});
  const compact = new Intl.NumberFormat(locale, {
    notation: "compact",
    compactDisplay: "long",
    maximumSignificantDigits: 3,
  });
  const percent = new Intl.NumberFormat(locale, {style: "percent", maximumSignificantDigits: 2});
  const smallPercent = new Intl.NumberFormat(locale, {
    style: "percent",
    maximumSignificantDigits: 1,
  });
  const change = new Intl.NumberFormat(locale, {
    style: "percent",
    maximumSignificantDigits: 2,
    signDisplay: "always",
  });
  const hundredths = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const fine = new Intl.NumberFormat(locale, {maximumFractionDigits: 4});
  const fewBytes = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "byte",
    unitDisplay: "long",
    maximumFractionDigits: 0,
  });
  const years = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "year",
    unitDisplay: "long",
    maximumSignificantDigits: 3,
  });
  const bits = new Intl.NumberFormat(locale, {maximumFractionDigits: 2});

  // Three digits, so that 9.996 becomes "10.0" and a column of numbers keeps its width.
  const three = (value: number): string => {
    if (value === 0) return "0";
    return Math.abs(value) >= 999.5
      ? whole.format(Number(value.toPrecision(3)))
      : significant.format(value);
  };

  // Rounded before the prefix is chosen, or 999.6 MB would be written "1,000 MB".
  const scaled = (value: number, unit: string): string => {
    const rounded = Number(value.toPrecision(3));
    const [factor, prefix] =
      prefixes.find(([size]) => Math.abs(rounded) >= size) ?? prefixes[prefixes.length - 1]!;
    if (rounded === 0) return `0 ${unit}`;
    return `${significant.format(rounded / factor)} ${prefix}${unit}`;
  };

  return {
    bytes: (value) => (value < 1000 ? fewBytes.format(value) : scaled(value, "B")),
    bandwidth: (value) => scaled(value, "B/s"),
    flopRate: (value) => scaled(value, "FLOP/s"),
    seconds: (value) =>
      value >= year
        ? years.format(value / year)
        : value >= 1000
          ? `${whole.format(value)} s`
          : scaled(value, "s"),
    rate: three,
    number: (value) => short.format(value),
    tokens: (value) => whole.format(Math.floor(value)),
    mebibytes: (value) => `${hundredths.format(value)} MiB`,
    change: (value) => change.format(value),
    smallPercent: (value) => smallPercent.format(value),
    whole: (value) => whole.format(value),
    amount: (value) => (value < 1e6 ? short.format(value) : compact.format(value)),
    percent: (value) => percent.format(value),
    hundredths: (value) => hundredths.format(value),
    fine: (value) => fine.format(value),
    tick: (value, unit = "") => {
      const [factor, prefix] = prefixes.find(([size]) => value >= size) ?? [1, ""];
      return `${short.format(value / factor)} ${prefix}${unit}`.trimEnd();
    },
    scientific: (value) => {
      const power = Math.floor(Math.log10(value));
      return `${significant.format(value / 10 ** power)} × 10${raised(power)}`;
    },
    bits: (value) => bits.format(value),
  };
}

/** Digits as exponents: 22 → "²²". */
function raised(power: number): string {
  return String(power).replaceAll(/[-0-9]/g, (sign) =>
    sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)]!,
  );
}
