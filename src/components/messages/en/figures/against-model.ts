export const againstModel = {
  y: "memory",
  conversation: (readers: number, digits: string, tokens: string) =>
    readers === 1 ? `A conversation of ${tokens}` : `${digits} conversations of ${tokens}`,
  lighter: (readers: number, conversation: string, share: string) =>
    `${conversation} ${readers === 1 ? "weighs" : "weigh"} ${share} of the model.`,
  heavier: (readers: number, conversation: string, times: string) =>
    `${conversation} ${readers === 1 ? "outweighs" : "outweigh"} the model: ${times} times as much.`,
  summary: (model: string, bits: string, bytes: string) =>
    `${model} in ${bits} bits takes ${bytes}, whatever is said. What is said comes on top.`,
  precision: (bits: string) => `${bits} bits a weight`,
  forReaders: (readers: number, digits: string) =>
    readers === 1 ? "one reader" : `each of ${digits} readers`,
  times: (digits: string) => `${digits} ×`,
  ofTheModel: "of the model",
  theModel: "the model",
  modelLabel: (model: string, bytes: string) => `The weights of ${model}: ${bytes}`,
  conversationLabel: (conversation: string, bytes: string) => `${conversation}: ${bytes}`,
  guess: "your guess",
  columns: [
    "model",
    "readers at once",
    "tokens of conversation",
    "weights, bytes",
    "one conversation, bytes",
    "all conversations, bytes",
  ],
};
