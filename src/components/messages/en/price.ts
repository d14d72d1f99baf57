/** Words of the chapter that lets the demo model tell stories at every precision. */
export const price = {
  tale: (stored: string) => (stored === "F32" ? "Told from 32 bits" : `Told from ${stored}`),
  count: (count: number, digits: string) =>
    count === 0
      ? "Nothing in it surprises the whole model."
      : count === 1
        ? "One word or part of a word in it surprises the whole model."
        : `${digits} words or parts of words in it surprise the whole model.`,
  start: (bytes: string) => `Fetch the model (${bytes}) and ask it here`,
  again: "Ask it again, for this story",
  stop: "Stop",
  progress: "How far it has come",
  promise:
    "Nothing is fetched before you press. What you see above and below was recorded with the same program.",
  fetching: (read: string, whole: string) => `Fetching the model: ${read} of ${whole}.`,
  starting: "Starting the engine.",
  reading: (stored: string, share: string) => `${stored}: reading the tales, ${share}.`,
  readingSoFar: (stored: string, share: string, perplexity: string) =>
    `${stored}: reading the tales, ${share}. Perplexity so far ${perplexity}.`,
  telling: (stored: string) => `${stored}: telling its story.`,
  timing: (stored: string) => `${stored}: writing against the clock.`,
  squeezing: (stored: string) => `${stored}: rounding four million weights.`,
  done: (seconds: string) =>
    `Done, in ${seconds}. Table, curve and stories show what this browser found.`,
  stopped: "Stopped. What had been found until then stays.",
  offline: (bytes: string) =>
    `The model could not be fetched, and it is not kept on this device yet. It takes ${bytes} once; without it the recorded results stay.`,
  missing: (status: string) =>
    `The server does not give the model; it answers with status ${status}. The recorded results stay.`,
  cutShort: (read: string, whole: string) =>
    `The connection broke after ${read} of ${whole}. Press again to try once more.`,
  failed: (reason: string) => `${reason} The recorded results stay.`,
};
