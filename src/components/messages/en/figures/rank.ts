export const rank = {
  x: "tokens per second, at the roof",
  yours: "your order",
  yoursShort: "yours",
  title: (machine: string, place: string, all: string) =>
    `The ${machine} comes in as number ${place} of ${all}.`,
  titleAllFit: (machine: string) => `The ${machine} comes first, and the model fits into all.`,
  summary: (model: string) =>
    `${model}, one reader. The broken outline is what the card would do with room for the whole model. Diamonds were measured, in 2023.`,
  withRoom: (speed: string) => `${speed}, if it had room`,
  withRoomShort: (speed: string) => speed,
  bar: (machine: string, speed: string) => `${machine}: at most ${speed} tokens per second`,
  diamond: (machine: string, speed: string, verified: boolean) =>
    `${machine}: measured ${speed} tokens per second${verified ? "" : " (unverified)"}`,
  place: (machine: string, guessed: string, right: string) =>
    `You put the ${machine} in place ${guessed}; it is in place ${right}`,
  columns: [
    "place",
    "machine",
    "roof, tokens per second",
    "roof with enough memory",
    "measured, tokens per second",
  ],
};
