export const kvGrowth = {
  x: "tokens of conversation",
  y: "keys and values of one conversation",
  title: (model: string, tokens: string) =>
    `From ${tokens} tokens on, a conversation with ${model} outweighs the model.`,
  never: (model: string, tokens: string) =>
    `Not even after ${tokens} tokens does a conversation outweigh ${model}.`,
  summary: (tokens: string, bytes: string, most: string) =>
    `After ${tokens} it takes ${bytes}. Lines are computed; at their ends stands what ${most} tokens take. Diamonds were printed by a program.`,
  weights: (bytes: string) => `the model’s own weights: ${bytes}`,
  weightsShort: (bytes: string) => `model: ${bytes}`,
  crossing: (tokens: string) =>
    `From ${tokens} tokens on, the conversation is heavier than the model`,
  dot: (model: string, tokens: string, bytes: string) => `${model}, ${tokens}: ${bytes}`,
  printed: (model: string, tokens: string, mebibytes: string, law: string, source: string) =>
    `${model}, ${tokens}: printed as ${mebibytes}, by the law ${law} (${source})`,
  columns: ["model", "tokens of conversation", "keys and values, bytes"],
};
