export const cliff = {
  x: "bits for each weight, scales counted in",
  y: "times the perplexity of the whole model",
  demo: "Fable",
  early: (narrow: boolean) => (narrow ? "LLaMA" : "LLaMA, Llama 2"),
  stored: (name: string) => name,
  title: (four: string, two: string) =>
    `Four bits cost ${four}. Two bits cost ${two}. It is a cliff, not a slope.`,
  summary: (
    stored: string,
    bits: string,
    perplexity: string,
    times: string,
    isLive: boolean,
    larger: string,
  ) =>
    `Fable stored as ${stored}, ${bits} bits a weight, has a perplexity of ${perplexity}, ${times} times that of the whole model, ${isLive ? "measured in this browser" : "as recorded"}. Diamonds are published files of models up to ${larger} times as large.`,
  reading: (stored: string, perplexity: string) => `${stored}: ${perplexity}`,
  beyond: (times: string) => `↑ ${times}×`,
  dot: (stored: string, bits: string, perplexity: string, times: string, isLive: boolean) =>
    `Fable as ${stored}, ${bits} bits a weight: perplexity ${perplexity}, ${times} times the whole model’s, ${isLive ? "measured here" : "recorded"}`,
  published: (model: string, format: string, bits: string, loss: string, verified: boolean) =>
    `${model} as ${format}, ${bits} bits a weight: ${loss} above 16 bits, published${verified ? "" : ", read from a copy"}`,
  columns: ["model", "stored as", "bits per weight", "times the whole model’s perplexity"],
};
