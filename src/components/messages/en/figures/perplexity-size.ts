/** A name with hyphens at which no line is broken. */
const unbroken = (name: string): string => name.replaceAll("-", "\u2011");

export const perplexitySize = {
  x: "size of the file",
  y: "perplexity on wikitext-2: lower is better",
  title: (better: string, betterFormat: string, saved: string, model: string, format: string) =>
    `${unbroken(better)} in ${betterFormat} is ${saved} smaller than ${unbroken(model)} in ${format}, and predicts better.`,
  titleBest: (model: string, format: string) =>
    `No smaller file of its family predicts better than ${unbroken(model)} in ${format}.`,
  summary: (model: string, format: string, bytes: string, perplexity: string, loss: string) =>
    `${unbroken(model)} in ${format}: ${bytes}, perplexity ${perplexity}${loss === "" ? "" : `, ${loss} more than in 16 bits`}. Diamonds are published measurements. Dashed lines are models that cut text into other tokens: their heights cannot be compared with the rest.`,
  file: (
    model: string,
    format: string,
    bytes: string,
    perplexity: string,
    loss: string,
    verified: boolean,
  ) =>
    `${model} in ${format}: ${bytes}, perplexity ${perplexity}${loss === "" ? "" : `, ${loss} more than in 16 bits`}${verified ? "" : " (unverified)"}`,
  reading: (format: string, perplexity: string) => `${format}: ${perplexity}`,
  weighed: (isWeighed: boolean) => (isWeighed ? "yes" : "no"),
  columns: ["model", "file", "bytes", "perplexity", "weights weighed first"],
};
