const suffixes: Readonly<Record<string, number>> = {k: 1e3, m: 1e6, g: 1e9, b: 1e9, t: 1e12};

/** A number as people type it: "23,000", "1.5k", "1e3", "10×"; null where it is none. */
export function parseNumber(text: string): number | null {
  const match = /^\s*([\d.,\s]*\d)(e[+-]?\d+)?\s*([kmgbt])?\s*[×x]?\s*$/i.exec(text);
  if (match === null) return null;
  const [, digits, exponent = "", suffix = ""] = match;
  const plain = digits!.replace(/\s/g, "");
  // A comma with exactly three digits after it groups thousands; any other one is a decimal comma.
  const grouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain);
  const value = Number((grouped ? plain.replaceAll(",", "") : plain.replace(",", ".")) + exponent);
  return Number.isFinite(value) ? value * (suffixes[suffix.toLowerCase()] ?? 1) : null;
}
