const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, i) => [
    letter,
    [..."àƀćďéƒĝĥíĵķĺɱńóƥɋŕśţúṽŵẋýžÀƁĆĎÉƑĜĤÍĴĶĹṀŃÓƤɊŔŚŢÚṼŴẊÝŽ"][i]!,
  ]),
);

/**
 * A language for tests: every letter that a reader would see gets an accent, so that a word on the
 * page without one did not come from the table of words. Works on a message, a table, or all.
 */
export function accented(message: unknown): unknown {
  if (typeof message === "string") return accent(message);
  if (typeof message === "function") {
    return (...parts: unknown[]) =>
      accented((message as (...parts: unknown[]) => unknown)(...parts));
  }
  if (Array.isArray(message)) return message.map(accented);
  if (typeof message !== "object" || message === null) return message;
  return Object.fromEntries(
    Object.entries(message).map(([key, value]) => [
      key,
      key === "locale" ? value : accented(value),
    ]),
  );
}

/** TeX, which stands between dollar signs, is no language. */
function accent(text: string): string {
  return text
    .split("$")
    .map((piece, i) =>
      i % 2 === 0 ? [...piece].map((letter) => accents[letter] ?? letter).join("") : piece,
    )
    .join("$");
}
