import type {Architecture} from "../arithmetic/architecture.js";
import type {Hardware} from "../arithmetic/hardware.js";
import type {DeviceReport, MeasuredFormat, Phase, SyntheticSize} from "./device-report.js";

/** Where a row of data/*.csv comes from. */
export interface Sourced {
  /** In words, e.g. "llama.cpp discussion #4167". */
  source: string;
  /** The page on which anyone can read it. */
  url?: string;
  /** The day on which it was read, e.g. "2026-11-22". */
  readOn: string;
  /** False where the row stands on memory, on a copy, or on an estimate: it is drawn differently. */
  verified: boolean;
}

/** A language model: data/models.csv. */
export interface Model extends Sourced {
  /** e.g. "LLaMA-7B" */
  name: string;
  architecture: Architecture;
  /** What its publisher says that it has, e.g. 6738415616. */
  publishedParameters?: number;
  /** Why the published total and the sum over the tensors differ, where they do. */
  publishedNote?: string;
}

/** A machine: data/hardware.csv. */
export interface Machine extends Sourced {
  /** e.g. "Apple M1 Pro (14-core)" */
  name: string;
  hardware: Hardware;
  note?: string;
}

/** Where a model lies that has no room in memory: data/storage.csv. */
export interface Storage extends Sourced {
  /** e.g. "microSD card" */
  name: string;
  /** Name of the machine on which it was measured. */
  machine: string;
  /** bytes/s when read from end to end */
  bandwidth: number;
  note?: string;
}

/** A speed that somebody measured: data/measurements*.csv. */
export interface Measurement extends Sourced {
  /** e.g. "apple-4167/m1-pro-14-core/llama-2-7b/q4_0/decode" */
  id: string;
  /** Name of a machine in the catalog. */
  machine: string;
  /** Name of a model in the catalog. */
  model: string;
  /** Name of a format, e.g. "Q4_0 file". */
  format: string;
  /** e.g. "Metal" */
  backend: string;
  /** Commit or number of the build that was measured. */
  build?: string;
  phase: "decode" | "prefill";
  /** Sequences at once. */
  batch: number;
  /**
   * Tokens in the KV cache of each sequence: decode, on average while it was measured (64 for
   * tg128 from an empty cache); prefill, before the prompt came.
   */
  context: number;
  /** Tokens of each prompt; 0 in decode. */
  promptTokens: number;
  /** Over all sequences together. */
  tokensPerSecond: number;
  /** Standard deviation, tokens per second. */
  deviation?: number;
  /** Which table it came from, e.g. "apple-4167". */
  group: string;
  /** Whether the forecast is fitted to it: a current build, one machine, the whole model on it. */
  fitted: boolean;
  /** Threads of the processor, where the table varies them. */
  threads?: number;
  /** Layers that were given to the graphics processor, where the table varies them. */
  offloadedLayers?: number;
  /** Tokens that prefill takes at once, where the table varies them. */
  microbatch?: number;
  note?: string;
}

/** A speed that somebody measured on several devices that share a model: data/sharing.csv. */
export interface SharedRun extends Sourced {
  /** e.g. "kipply/13b/2" */
  id: string;
  /** One of the devices: the name of a machine in the catalog. */
  machine: string;
  model: string;
  format: string;
  /** How many of them. */
  devices: number;
  /** Whether each holds some of the layers, or a part of every matrix. */
  split: "layers" | "matrices";
  phase: "decode" | "prefill";
  /** Tokens of the prompt; 0 in decode. */
  promptTokens: number;
  tokensPerSecond: number;
  /** e.g. "llama.cpp" */
  program: string;
  note?: string;
}

/** What it took to train a model, as its makers say: data/training.csv. */
export interface TrainingRun extends Sourced {
  model: string;
  /** The kind of GPU. */
  machine: string;
  /** Tokens of text that the model was shown. */
  tokens: number;
  /** Hours, summed over all GPUs. */
  gpuHours: number;
  note?: string;
}

/** How much text a model was shown, where its training is not told in full: data/texts.csv. */
export interface TextRead extends Sourced {
  model: string;
  /** Tokens of text that the model was shown. */
  tokens: number;
  note?: string;
}

/** How well a quantized model predicts text: data/perplexities.csv. Lower is better. */
export interface Perplexity extends Sourced {
  model: string;
  format: string;
  /** On wikitext-2. */
  perplexity: number;
  /** Bytes of the file, as printed: three or four digits. */
  fileBytes?: number;
  /** Text by which the weights' importance was weighed, if any, e.g. "wikitext 10m". */
  importanceMatrix?: string;
  /** Kullback-Leibler divergence from the unquantized model, nats per token. */
  divergence?: number;
}

/** What a claim turns out to be, the kindest first. */
export const verdicts = [
  "right",
  "with exceptions", // it holds, but not in all cases
  "factor of two", // as its own law gives it, and twice or half of what is right
  "units", // the number is right, but counts something else
  "other figure", // a figure of something else
  "not reproducible", // nothing gives it
] as const;
export type Verdict = (typeof verdicts)[number];

/** One level of a machine's memory, above and below main memory: data/memory-levels.csv. */
export interface MemoryLevel extends Sourced {
  /** Name of a machine in the catalog; absent where it goes with all of them. */
  machine?: string;
  /**
   * "registers" feed the arithmetic, "shared" is what a core keeps beside them (first cache and
   * shared memory), "cache" is the last level that all cores share, "disk" is beyond main memory.
   */
  level: "registers" | "shared" | "cache" | "disk";
  /** Cores that have one of their own; 1 where all share it. */
  cores: number;
  bytesPerCore: number;
  /** bytes/s of all cores together */
  bandwidth?: number;
  note?: string;
}

/** Something that the article states, mostly a number: data/claims.csv. */
export interface Claim extends Sourced {
  id: string;
  /** What it says, in our own few words. */
  claim: string;
  /** The number as it is printed; none where the claim is a sentence. */
  value?: number;
  unit: string;
  /** The law that recomputes it, e.g. "memorySecondsAsPublished". */
  law: string;
  /** What the law, stated correctly, gives. */
  corrected?: number;
  verdict: Verdict;
  note?: string;
}

/** Bytes or bits that a format is published to have: data/formats.csv. */
export interface PublishedFormat extends Sourced {
  /** e.g. "Q4_K" */
  format: string;
  kind: "block" | "mix";
  /** Bytes of one block, and how many weights it holds. */
  blockBytes?: number;
  blockWeights?: number;
  /** Bits per weight over a whole file, for a mix, and the model whose file it is. */
  bitsPerWeight?: number;
  model?: string;
}

/** A KV cache whose size a program has printed: data/caches.csv. */
export interface PrintedCache extends Sourced {
  /** A name that no other row has, e.g. "llama.cpp-58". */
  id: string;
  /** Name of a model in the catalog, or of one of the same shape. */
  model: string;
  /** How each number was kept: a format, e.g. "FP16", "Q8_0". */
  precision: string;
  /** Tokens for which there was room. */
  context: number;
  /** As printed; a mebibyte is 1,048,576 bytes, although old logs write "MB". */
  mebibytes: number;
  note?: string;
}

/** What the laboratory has measured on a device: data/devices.json, and the reader's own. */
export interface DeviceRun extends Sourced {
  /** e.g. "a server with two cores" */
  name: string;
  /** Whether it is the reader's own. */
  own: boolean;
  report: DeviceReport;
  /** Tokens per second of llama.cpp itself on the same machine, with one thread. */
  native: readonly {
    model: SyntheticSize;
    format: MeasuredFormat;
    phase: Phase;
    tokensPerSecond: number;
  }[];
}

/** What is cited: the laws of this version, with facts that were read until this day. */
export interface Edition {
  /** As in package.json, e.g. "1.0.0". */
  version: string;
  /** The last day on which a fact was read, e.g. "2026-11-22". */
  readOn: string;
}

/** Every fact of the notebook: plain JSON. */
export interface Catalog {
  edition: Edition;
  models: Model[];
  machines: Machine[];
  storage: Storage[];
  measurements: Measurement[];
  sharing: SharedRun[];
  training: TrainingRun[];
  texts: TextRead[];
  perplexities: Perplexity[];
  memoryLevels: MemoryLevel[];
  claims: Claim[];
  formats: PublishedFormat[];
  caches: PrintedCache[];
  deviceRuns: DeviceRun[];
}
