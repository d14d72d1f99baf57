/** Words of the formulas about prompts, several GPUs and training. */
export const promptTitles = {
  promptTime: "Time until a prompt is read",
  ridgePrompt: "Tokens of a prompt at which the two times are equal",
  promptGap: "How much longer a long prompt takes",
  conversationTime: "Time for a prompt and its answer",
  splitTime: "Time for a token when every matrix is cut",
  linkTime: "Time of the messages of many readers",
  pipelineGain: "Gain of a conveyor belt of GPUs",
  trainingFlops: "Operations to train a model",
  trainingTime: "Time to train a model",
  trainingBytes: "Bytes that training keeps",
};

export const promptNames = {
  promptTokens: "prompt",
  answerTokens: "answer",
  promptSeconds: "time to read the prompt",
  promptComputeSeconds: "compute time",
  conversationSeconds: "time for prompt and answer",
  ridgePrompt: "ridge prompt",
  rivalFlops: "rate of the second machine",
  rivalPromptSeconds: "the second machine’s time to read",
  promptGap: "gap",
  devices: "GPUs that share the model",
  message: "time of a message",
  link: "bandwidth of the link",
  linkSeconds: "time of the messages",
  splitSeconds: "time for a token, shared",
  chunks: "chunks of the prompt",
  pipelineGain: "gain",
  trainingTokens: "text it learns from",
  utilisation: "share of the rate",
  trainingFlops: "operations of training",
  trainingSeconds: "time of training",
  trainingBytes: "bytes that training keeps",
};

export const promptReasons = {
  ridgePrompt: {
    equal:
      "At the bend both clocks show the same: the operations of $T$ tokens on the left, the weights on the right.",
    divide: "Divide both sides by $P$. The size of the model is gone.",
    solve:
      "Multiply by $F$, divide by 2. It is the number of readers at the bend, letter by letter.",
  },
  promptGap: {
    first: "A prompt beyond the bend takes the time of its operations.",
    second: "On the second machine the same operations run at another rate.",
    quotient: "How many times longer the first one takes.",
    cancel: "Put both in. The prompt has gone, and the model. What remains is two rates.",
  },
};
