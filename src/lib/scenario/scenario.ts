import type {Architecture} from "../arithmetic/architecture.js";
import type {MachineFilter, MachineKind, MachineOrder} from "./machine-choice.js";
import type {StoredFormat} from "./stored-formats.js";

/** What a reader chooses. Everything that a page shows follows from this and the catalog. */
export interface Scenario {
  /** Name of a model in the catalog, e.g. "LLaMA-7B", or of the reader's own. */
  model: string;
  /** Name of a machine in the catalog, e.g. "Apple M1". */
  machine: string;
  /** Name of a second machine, with which the first is compared, e.g. "A100 80GB". */
  rival: string;
  /** Name of a format, e.g. "Q4_0 file", or of the reader's own file. */
  format: string;
  /** Readers at once: sequences decoded together. */
  batch: number;
  /** Tokens of the conversation that are already in the KV cache, for each reader. */
  context: number;
  /** Tokens of the prompt that are read before the first is written. */
  promptTokens: number;
  /** Tokens that are written after it. */
  answerTokens: number;
  /** GPUs that share the model; 1 where it is whole on one. */
  devices: number;
  /** Bytes of one element of the KV cache: 2 is fp16. */
  kvBytesPerElement: number;
  /** Tokens per second that the reader wishes for: the backward question. */
  speed: number;
  /** Bytes that fill the frame of the drawing of memory: how far out the reader has zoomed. */
  zoom: number;
  /** Layers of the model that lie on the graphics card, where it is spread over two memories. */
  offloadedLayers: number;
  /** By what the list of machines is sorted. */
  sort: MachineOrder;
  /** Which kind of machine it shows. */
  kind: MachineKind;
  /** Whether it shows machines that are too small for the model. */
  shown: MachineFilter;
  /** How many machines it shows at most. */
  rows: number;
  /** Which weight of an opened block is pulled: 1 is the first. */
  weight: number;
  /** How far it is pulled from where it was, in multiples of the block's largest weight. */
  pull: number;
  /** With how many workers the reader's own machine is shown: one, or as many as it has cores. */
  workers: Workers;
  /** As what the demo model is stored that tells its story. */
  stored: StoredFormat;
  /** Which of its stories: the seed of its dice. */
  storySeed: number;
  /** How rare a word must be before a listener is surprised: one in so many. */
  oneIn: number;
  /** A model that the reader brought along. It stands beside the catalog, chosen or not. */
  own?: OwnModel;
}

/** How many workers of a browser share the work. */
export type Workers = (typeof workerCounts)[number];
export const workerCounts = ["one", "all"] as const;

/** A model of the reader's own: from a config.json, from a GGUF file, or made by moving sizes. */
export interface OwnModel {
  /** e.g. "fable" or "LLaMA-7B, changed"; never the name of a model in the catalog. */
  name: string;
  architecture: Architecture;
  /** Where a file holds its weights: the file's name, and the bytes of all its tensors. */
  file?: {name: string; bytes: number};
}

/** The scenario of a page whose address says nothing: LLaMA-7B on a MacBook Air, one reader. */
export const defaultScenario: Scenario = {
  model: "LLaMA-7B",
  machine: "Apple M1",
  rival: "A100 80GB",
  format: "Q4_0 file",
  batch: 1,
  context: 128,
  promptTokens: 512,
  answerTokens: 256,
  devices: 1,
  kvBytesPerElement: 2,
  speed: 20,
  zoom: 100e6,
  offloadedLayers: 20,
  sort: "speed",
  kind: "all",
  shown: "fitting",
  rows: 14,
  weight: 8,
  pull: 0,
  workers: "one",
  stored: "Q4_0",
  storySeed: 1,
  oneIn: 100,
};
