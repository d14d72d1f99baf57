import type {ExerciseId} from "../../../lib/scenario/worksheet/exercises.js";

/** Words of the worksheet that only the build writes: its bar, and hints in steps. */
export const worksheetBuilt = {
  seedLabel: "Number or name of the sheet",
  make: "Make this sheet",
  printSheet: "Print the sheet",
  printKey: "Print the key",
  keep: "Keep my answers on this device",
  forget: "Delete the kept answers",
  save: "Save my answers as a file",
  classSet: "For a class",
  seedsLabel: "Sheets",
  makeSet: "Make all of them, and their keys",
  head: "Inference Arithmetic · worksheet",
  name: "Name:",
  hint: (number: number) => `Hint ${number}`,
  solution: "Solution",
  given: {
    machine: (name: string) =>
      `{machine machine="${name}"}: {memorySize machine="${name}"} of memory, read at {bandwidth machine="${name}"}; {flops machine="${name}" format="FP16"} in 16 bits.`,
    model: (name: string) => `{model model="${name}"}: {parameters model="${name}"} weights.`,
  },
  hints: {
    "gpus-1": [
      "A rate of operations over a rate of bytes. What unit is left?",
      "Write both as plain powers of ten before you divide.",
    ],
    "gpus-2": [
      "How many bytes has a weight, and how many operations does it get for one reader?",
      "Operations a byte that the model brings, over operations a byte that the machine could do: that is the share of the time.",
    ],
    "gpus-3": [
      "Which of the two rates does a single reader wait for?",
      "Divide the one machine’s bandwidth by the other’s.",
    ],
    "parameters-1": [
      "Attention has four matrices: queries, keys, values, output. Two of them are narrower.",
      "The feed-forward block has three matrices of the same size. The two norms hardly count.",
    ],
    "parameters-2": [
      "The table has one row for each token, and a row is as long as the hidden size.",
      "Divide by all weights of the model, which its name tells roughly.",
    ],
    "conversation-1": [
      "For every layer and every key-value head a token leaves a key and a value.",
      "Heads that ask keep nothing. How many bytes are 16 bits?",
    ],
    "conversation-2": [
      "First take the weights off the memory.",
      "Divide what is left by the bytes that a token leaves in the cache.",
    ],
    "conversation-3": [
      "The model’s weight does not change. How many bytes does each token add?",
      "Bytes of the weights over bytes a token.",
    ],
    "precision-2": [
      "Q4_0 gives each block of 32 weights a scale of 16 bits. How many bits is that a weight?",
      "Weights times bits over eight. A few matrices are kept wider, which makes a small difference.",
    ],
    "precision-3": [
      "Writing waits for bytes. How many bits has a weight before, and how many after, with its share of the scale?",
      "Divide the one by the other.",
    ],
    "latency-1": [
      "Operations that the machine does while a byte arrives: its ridge.",
      "One reader brings two operations for each weight. Divide by the bytes of a weight, then see how many readers make up the ridge.",
    ],
    "latency-2": [
      "For one reader every weight has to arrive once for each token.",
      "Bandwidth over the bytes of the weights. Bytes a second over bytes is one over seconds.",
    ],
    "machines-3": [
      "How large is the file? Weights times bits over eight.",
      "Seconds for a token are bytes over bandwidth. The question asks for the reciprocal.",
    ],
    "prompts-1": [
      "Reading a prompt is arithmetic: two operations for each weight and each token.",
      "Divide by the operations a second. The format of the weights does not come into it.",
    ],
    "prompts-2": [
      "A token of the prompt is to the weights what a reader is when the model writes.",
      "Operations a second times bytes a weight, over twice the bandwidth.",
    ],
    "prompts-4": [
      "Training costs six operations for each weight and each token.",
      "Of its peak the card reaches a part, which the chapter names. A year has about 31.6 million seconds.",
    ],
    "price-2": [
      "Perplexity is two to the power of the bits of surprise.",
      "So the bits of surprise that were added are the binary logarithm of a quotient.",
    ],
    "sheet-1": [
      "Work out both times for one token: bytes over bandwidth, operations over operations a second.",
      "How many readers does it take until the second is as long as the first?",
    ],
    "sheet-2": [
      "What does one reader wait for?",
      "Only one of the two numbers of each machine counts here.",
    ],
    "sheet-3": [
      "How many bytes does one token leave?",
      "At how many tokens are the conversation and the model equal?",
    ],
    "sheet-4": [
      "One of the times does not change when readers come. Which?",
      "Steps of the slider are coarse. Beside it you may write a number.",
    ],
    "sheet-5": [
      "Every reader has their own conversation.",
      "Twice as many readers leave each of them half the length.",
    ],
    "sheet-6": [
      "Which of the two clocks does the step wait for?",
      "Do the weights have to arrive once, or once for each reader?",
    ],
  } satisfies Record<ExerciseId, readonly [string, string]>,
};
