/**
 * A table of English words as the address asks for it: as it stands, or with `?lang=en-XA` in the
 * pseudo-language in which a word that is no message stands out.
 */
export async function inLanguage<Words>(english: Words): Promise<Words> {
  if (new URLSearchParams(location.search).get("lang") !== "en-XA") return english;
  return (await import("./pseudo.js")).accented(english) as Words;
}
