export const severalGpus = {
  x: "GPUs that share the model",
  y: "times as fast as one",
  inFull: "if each counted in full",
  times: (digits: string) => `${digits} ×`,
  computed: (digits: string) => `● ${digits} ×`,
  names: {
    matrices: "writing, every matrix cut",
    layers: "writing, layers shared",
    pipeline: "reading, layers shared",
  },
  endNames: {
    matrices: ["writing,", "every matrix cut"],
    layers: ["writing,", "layers shared"],
    pipeline: ["reading the prompt,", "layers shared"],
  },
  shortNames: {
    matrices: ["writing,", "matrices cut"],
    layers: ["writing,", "layers shared"],
    pipeline: ["reading,", "layers shared"],
  },
  title: (gpus: string, gain: string, model: string) =>
    gpus.startsWith("one")
      ? `One GPU is where the count begins: with ${model}, how much does a second one add?`
      : `${gpus} that share the layers of ${model} write no faster than one. If they cut every matrix: ${gain} times.`,
  summary: (tokens: string, gain: string, machine: string) =>
    `A prompt of ${tokens} is read ${gain} times as fast by GPUs that share the layers, at best. Dots are computed for ${machine}, diamonds measured on other cards.`,
  dot: (gpus: string, way: string, gain: string) => `${gpus}, ${way}: ${gain} times as fast as one`,
  measured: (
    gpus: string,
    model: string,
    program: string,
    way: string,
    gain: string,
    verified: boolean,
  ) =>
    `${gpus}, ${model}, ${program}, ${way}: measured ${gain} times as fast as one${verified ? "" : " (unverified)"}`,
  columns: [
    "GPUs",
    "writing, matrices cut, law",
    "writing, matrices cut, measured",
    "writing, layers shared, law",
    "writing, layers shared, measured",
    "reading, layers shared, law",
    "reading, layers shared, measured",
  ],
};
