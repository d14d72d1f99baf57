import type {LevelName} from "../../../../lib/scenario/memory-levels.js";

const names: Readonly<Record<LevelName, (cores: number) => string>> = {
  register: () => "one register",
  core: () => "registers of one core",
  registers: (cores) => `registers of all ${cores} cores`,
  shared: (cores) => `caches beside all ${cores} cores`,
  cache: () => "last cache",
  memory: () => "main memory",
  disk: () => "a fast disk",
  model: () => "the model",
};

/** A name with hyphens at which no line is broken. */
const unbroken = (name: string): string => name.replaceAll("-", "\u2011");

export const memoryHierarchy = {
  names,
  beyond: (frame: string, model: string, frames: string) =>
    `The frame holds ${frame}. The model, ${model}, would fill ${frames} such frames, anew for each token.`,
  within: (frame: string, model: string, share: string) =>
    `The frame holds ${frame}. The model, ${model}, takes ${share} of it, and is read anew for each token.`,
  summary: (machine: string, model: string) =>
    `${machine} and ${unbroken(model)}: every byte takes the same area. Beside each name stands how much of the frame it fills.`,
  readForToken: (bytes: string) => `${bytes}, read for each token`,
  rate: (bytes: string, rate: string) => `${bytes}, ${rate}`,
  frames: (count: string) => `${count} frames`,
  shareOf: (share: string) => `${share} of it`,
  partOf: (count: string) => `1/${count} of it`,
  point: (name: string, bytes: string, seconds: string | undefined, verified: boolean) =>
    `${name}: ${bytes}${seconds === undefined ? "" : `, the model in ${seconds}`}${verified ? "" : " (unverified)"}`,
  verified: "verified",
  unverified: "unverified",
  columns: [
    "where",
    "bytes",
    "bytes per second",
    "seconds to read the model at that rate",
    "verified",
  ],
};
