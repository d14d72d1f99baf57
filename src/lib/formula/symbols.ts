/** What a letter stands for decides its colour: memory is teal, compute is burnt orange. */
export type SymbolKind = "memory" | "compute" | "plain";

/** Where a reader finds the value: in the model's shape, on the machine's data sheet, … */
export type SymbolOrigin =
  "model" | "machine" | "format" | "reader" | "fitted" | "measured" | "derived" | "taken";

/** The slider or choice that moves a value. */
export type ControlName =
  | "batch"
  | "format"
  | "model"
  | "machine"
  | "context"
  | "speed"
  | "promptTokens"
  | "answerTokens"
  | "devices"
  | "rival";

/** The unit inside the laws: SI, bytes and operations. Counts name what they count. */
export type Unit =
  | "weights"
  | "readers"
  | "tokens"
  | "layers"
  | "heads"
  | "elements"
  | "rows"
  | "columns"
  | "words"
  | "experts"
  | "chunks"
  | "GPUs"
  | "bits"
  | "bits/weight"
  | "bytes"
  | "bytes/weight"
  | "bytes/element"
  | "bytes/token"
  | "bytes/s"
  | "FLOP"
  | "FLOP/s"
  | "FLOP/byte"
  | "s"
  | "tokens/s"
  | "1";

/** What a letter stands for, in which unit, and where its value comes from. */
export interface SymbolDefinition {
  /** The letter, e.g. "W" or raw`t_{\mathrm{mem}}`. One letter means one thing within a formula. */
  tex: string;
  unit: Unit;
  kind: SymbolKind;
  from: SymbolOrigin;
  control?: ControlName;
  /** Values that tests draw from, evenly on a logarithmic scale: wider than any real machine. */
  range: {min: number; max: number; integer?: boolean};
}

const {raw} = String;
const seconds = {min: 1e-6, max: 1e3};
const flop = {min: 1e6, max: 1e15};
const bytes = {min: 1e6, max: 1e13};
const weights = {min: 1e6, max: 1e13, integer: true};
const width = {min: 64, max: 32768, integer: true};
const count = {min: 1, max: 4096, integer: true};

/**
 * Every symbol of the notebook, by the name under which equation, slider, chart and sentence know
 * it. Its words (name, unit as people read it, where it comes from) are in messages, keyed by the
 * same name; the compiler holds the two complete.
 */
export const symbols = {
  // The model's shape.
  parameters: {
    tex: "P",
    unit: "weights",
    kind: "plain",
    from: "model",
    control: "model",
    range: weights,
  },
  layers: {tex: "L", unit: "layers", kind: "plain", from: "model", control: "model", range: count},
  hiddenSize: {
    tex: "d",
    unit: "elements",
    kind: "plain",
    from: "model",
    control: "model",
    range: width,
  },
  intermediateSize: {
    tex: raw`d_{\mathrm{ff}}`,
    unit: "elements",
    kind: "plain",
    from: "model",
    control: "model",
    range: width,
  },
  vocabularySize: {
    tex: "V",
    unit: "words",
    kind: "plain",
    from: "model",
    control: "model",
    range: width,
  },
  heads: {
    tex: "n_q",
    unit: "heads",
    kind: "plain",
    from: "model",
    control: "model",
    range: count,
  },
  kvHeads: {
    tex: raw`n_{\mathrm{kv}}`,
    unit: "heads",
    kind: "plain",
    from: "model",
    control: "model",
    range: count,
  },
  headSize: {
    tex: raw`d_{\mathrm{head}}`,
    unit: "elements",
    kind: "plain",
    from: "model",
    control: "model",
    range: width,
  },
  keptElements: {
    tex: raw`n_{\mathrm{kept}}`,
    unit: "elements",
    kind: "memory",
    from: "model",
    control: "model",
    range: {min: 2, max: 65536, integer: true},
  },
  fullLayers: {
    tex: raw`L_{\mathrm{all}}`,
    unit: "layers",
    kind: "plain",
    from: "model",
    control: "model",
    range: {min: 1, max: 128, integer: true},
  },
  windowLayers: {
    tex: raw`L_{\mathrm{win}}`,
    unit: "layers",
    kind: "plain",
    from: "model",
    control: "model",
    range: {min: 1, max: 128, integer: true},
  },
  windowTokens: {
    tex: "w",
    unit: "tokens",
    kind: "memory",
    from: "model",
    control: "model",
    range: {min: 128, max: 8192, integer: true},
  },
  experts: {
    tex: "E",
    unit: "experts",
    kind: "plain",
    from: "model",
    control: "model",
    range: {min: 8, max: 512, integer: true},
  },
  expertsPerToken: {
    tex: "k",
    unit: "experts",
    kind: "plain",
    from: "model",
    control: "model",
    range: {min: 1, max: 8, integer: true},
  },
  expertSize: {
    tex: raw`d_{\mathrm{exp}}`,
    unit: "elements",
    kind: "plain",
    from: "model",
    control: "model",
    range: width,
  },
  sparseLayers: {
    tex: raw`L_{\mathrm{exp}}`,
    unit: "layers",
    kind: "plain",
    from: "model",
    control: "model",
    range: count,
  },
  tables: {
    tex: raw`n_{\mathrm{emb}}`,
    unit: "1",
    kind: "plain",
    from: "model",
    control: "model",
    range: {min: 1, max: 2, integer: true},
  },
  layerParameters: {tex: "p", unit: "weights", kind: "plain", from: "derived", range: weights},
  estimatedParameters: {
    tex: raw`P_{\mathrm{GPT}}`,
    unit: "weights",
    kind: "plain",
    from: "derived",
    range: weights,
  },
  llamaParameters: {tex: "P", unit: "weights", kind: "plain", from: "derived", range: weights},
  groupedParameters: {tex: "P", unit: "weights", kind: "plain", from: "derived", range: weights},
  idleParameters: {
    tex: raw`P_{\mathrm{idle}}`,
    unit: "weights",
    kind: "plain",
    from: "derived",
    range: weights,
  },

  // One matrix of it.
  rows: {tex: "m", unit: "rows", kind: "plain", from: "model", range: width},
  columns: {tex: "n", unit: "columns", kind: "plain", from: "model", range: width},
  matrixWeights: {tex: "p", unit: "weights", kind: "plain", from: "derived", range: weights},
  rowFlops: {
    tex: raw`f_{\mathrm{row}}`,
    unit: "FLOP",
    kind: "compute",
    from: "derived",
    range: flop,
  },
  matrixFlops: {tex: "f", unit: "FLOP", kind: "compute", from: "derived", range: flop},
  tokenFlops: {
    tex: raw`f_{\mathrm{token}}`,
    unit: "FLOP",
    kind: "compute",
    from: "derived",
    range: flop,
  },

  // What the reader and the precision decide.
  batch: {tex: "B", unit: "readers", kind: "plain", from: "reader", control: "batch", range: count},
  context: {
    tex: "C",
    unit: "tokens",
    kind: "memory",
    from: "reader",
    control: "context",
    range: {min: 1, max: 1e6, integer: true},
  },
  speed: {
    tex: "v",
    unit: "tokens/s",
    kind: "plain",
    from: "reader",
    control: "speed",
    range: {min: 0.1, max: 1e4},
  },
  bytesPerWeight: {
    tex: "b",
    unit: "bytes/weight",
    kind: "memory",
    from: "format",
    control: "format",
    range: {min: 0.2, max: 4},
  },
  bytesPerElement: {
    tex: raw`b_{\mathrm{kv}}`,
    unit: "bytes/element",
    kind: "memory",
    from: "format",
    range: {min: 0.5, max: 4},
  },

  // A block of weights, and a file of blocks.
  weightBits: {
    tex: "w",
    unit: "bits",
    kind: "memory",
    from: "format",
    control: "format",
    range: {min: 1, max: 16, integer: true},
  },
  sharedBits: {
    tex: "s",
    unit: "bits",
    kind: "memory",
    from: "format",
    control: "format",
    range: {min: 8, max: 256, integer: true},
  },
  blockWeights: {
    tex: "g",
    unit: "weights",
    kind: "plain",
    from: "format",
    control: "format",
    range: {min: 16, max: 256, integer: true},
  },
  blockBits: {
    tex: raw`s_{\mathrm{block}}`,
    unit: "bits",
    kind: "memory",
    from: "derived",
    range: {min: 64, max: 4096, integer: true},
  },
  storedBits: {
    tex: raw`\beta`,
    unit: "bits/weight",
    kind: "memory",
    from: "derived",
    range: {min: 1, max: 32},
  },
  // How well a model foresees a text.
  surpriseEach: {
    tex: "s",
    unit: "bits",
    kind: "plain",
    from: "derived",
    range: {min: 0.1, max: 16},
  },
  meanOdds: {tex: "q", unit: "1", kind: "plain", from: "derived", range: {min: 1e-6, max: 0.9}},
  surpriseBits: {
    tex: "S",
    unit: "bits",
    kind: "plain",
    from: "model",
    range: {min: 1000, max: 40_000},
  },
  countedTokens: {
    tex: "n",
    unit: "tokens",
    kind: "plain",
    from: "taken",
    range: {min: 2500, max: 5000, integer: true},
  },
  demoPerplexity: {
    tex: raw`\mathrm{PPL}`,
    unit: "1",
    kind: "plain",
    from: "derived",
    range: {min: 1, max: 10_000},
  },
  outputBits: {
    tex: raw`\beta_o`,
    unit: "bits/weight",
    kind: "memory",
    from: "format",
    range: {min: 1, max: 32},
  },
  matrixParameters: {
    tex: "P_m",
    unit: "weights",
    kind: "plain",
    from: "model",
    control: "model",
    range: weights,
  },
  outputParameters: {
    tex: "P_o",
    unit: "weights",
    kind: "plain",
    from: "model",
    control: "model",
    range: weights,
  },
  normParameters: {
    tex: "P_n",
    unit: "weights",
    kind: "plain",
    from: "model",
    control: "model",
    range: {min: 1e4, max: 1e9, integer: true},
  },

  // The machine.
  bandwidth: {
    tex: "W",
    unit: "bytes/s",
    kind: "memory",
    from: "machine",
    control: "machine",
    range: {min: 1e9, max: 1e13},
  },
  flops: {
    tex: "F",
    unit: "FLOP/s",
    kind: "compute",
    from: "machine",
    control: "machine",
    range: {min: 1e9, max: 1e16},
  },
  efficiency: {
    tex: raw`\eta`,
    unit: "1",
    kind: "memory",
    from: "fitted",
    control: "machine",
    range: {min: 0.2, max: 1},
  },
  overhead: {
    tex: "t_0",
    unit: "s",
    kind: "plain",
    from: "fitted",
    control: "machine",
    range: {min: 1e-5, max: 0.1},
  },

  memoryBytes: {
    tex: raw`M_{\mathrm{mach}}`,
    unit: "bytes",
    kind: "memory",
    from: "machine",
    control: "machine",
    range: bytes,
  },

  // A model that lies in two places.
  gpuBytes: {
    tex: raw`M_{\mathrm{gpu}}`,
    unit: "bytes",
    kind: "memory",
    from: "reader",
    range: bytes,
  },
  cpuBytes: {
    tex: raw`M_{\mathrm{cpu}}`,
    unit: "bytes",
    kind: "memory",
    from: "reader",
    range: bytes,
  },
  gpuBandwidth: {
    tex: raw`W_{\mathrm{gpu}}`,
    unit: "bytes/s",
    kind: "memory",
    from: "machine",
    range: {min: 1e11, max: 1e13},
  },
  cpuBandwidth: {
    tex: raw`W_{\mathrm{cpu}}`,
    unit: "bytes/s",
    kind: "memory",
    from: "machine",
    range: {min: 1e9, max: 1e12},
  },
  gpuShare: {
    tex: "a",
    unit: "1",
    kind: "plain",
    from: "reader",
    range: {min: 0.01, max: 0.99},
  },
  gpuSpeed: {
    tex: raw`v_{\mathrm{gpu}}`,
    unit: "tokens/s",
    kind: "plain",
    from: "derived",
    range: {min: 0.1, max: 1e4},
  },
  cpuSpeed: {
    tex: raw`v_{\mathrm{cpu}}`,
    unit: "tokens/s",
    kind: "plain",
    from: "derived",
    range: {min: 0.1, max: 1e4},
  },
  freeBytes: {
    tex: raw`M_{\mathrm{free}}`,
    unit: "bytes",
    kind: "memory",
    from: "machine",
    range: {min: 1e9, max: 1e12},
  },
  storageBandwidth: {
    tex: raw`W_{\mathrm{store}}`,
    unit: "bytes/s",
    kind: "memory",
    from: "machine",
    range: {min: 1e7, max: 1e10},
  },

  // What follows: bytes.
  weightBytes: {
    tex: "M",
    unit: "bytes",
    kind: "memory",
    from: "derived",
    control: "format",
    range: bytes,
  },
  bytesRead: {
    tex: "M",
    unit: "bytes",
    kind: "memory",
    from: "derived",
    control: "format",
    range: bytes,
  },
  kvBytesPerToken: {
    tex: "K",
    unit: "bytes/token",
    kind: "memory",
    from: "derived",
    range: {min: 1e3, max: 1e8},
  },
  conversationBytes: {
    tex: raw`M_{\mathrm{kv}}`,
    unit: "bytes",
    kind: "memory",
    from: "derived",
    range: bytes,
  },
  tokensThatFit: {
    tex: raw`C_{\mathrm{fit}}`,
    unit: "tokens",
    kind: "memory",
    from: "derived",
    range: {min: 1, max: 1e9},
  },
  stepBytes: {tex: "D", unit: "bytes", kind: "memory", from: "derived", range: bytes},
  expectedExperts: {
    tex: raw`E_{\mathrm{read}}`,
    unit: "experts",
    kind: "memory",
    from: "derived",
    range: {min: 1, max: 512},
  },
  neededBandwidth: {
    tex: raw`W_{\mathrm{need}}`,
    unit: "bytes/s",
    kind: "memory",
    from: "derived",
    range: {min: 1e6, max: 1e15},
  },

  // What follows: time.
  computeSeconds: {
    tex: raw`t_{\mathrm{comp}}`,
    unit: "s",
    kind: "compute",
    from: "derived",
    range: seconds,
  },
  memorySeconds: {
    tex: raw`t_{\mathrm{mem}}`,
    unit: "s",
    kind: "memory",
    from: "derived",
    range: seconds,
  },
  busyShare: {
    tex: "s",
    unit: "1",
    kind: "compute",
    from: "derived",
    range: {min: 1e-4, max: 1},
  },
  publishedSeconds: {
    tex: raw`t_{\mathrm{pub}}`,
    unit: "s",
    kind: "memory",
    from: "derived",
    range: seconds,
  },
  seconds: {tex: "t", unit: "s", kind: "plain", from: "derived", range: seconds},
  decodeSeconds: {tex: "t", unit: "s", kind: "plain", from: "derived", range: seconds},
  forecastSeconds: {tex: raw`\hat{t}`, unit: "s", kind: "plain", from: "derived", range: seconds},
  tokensPerSecond: {
    tex: "v",
    unit: "tokens/s",
    kind: "plain",
    from: "derived",
    range: {min: 0.1, max: 1e4},
  },
  decodeSpeed: {
    tex: "v",
    unit: "tokens/s",
    kind: "plain",
    from: "derived",
    range: {min: 0.1, max: 1e4},
  },

  recomputeSeconds: {
    tex: raw`t_{\mathrm{anew}}`,
    unit: "s",
    kind: "compute",
    from: "derived",
    range: seconds,
  },
  readBackSeconds: {
    tex: raw`t_{\mathrm{back}}`,
    unit: "s",
    kind: "memory",
    from: "derived",
    range: seconds,
  },
  recomputeRatio: {
    tex: "r",
    unit: "1",
    kind: "plain",
    from: "derived",
    range: {min: 0.01, max: 1e6},
  },

  // What follows: a model that does not fit.
  offloadSeconds: {tex: "t", unit: "s", kind: "plain", from: "derived", range: seconds},
  offloadSpeed: {
    tex: "v",
    unit: "tokens/s",
    kind: "plain",
    from: "derived",
    range: {min: 0.1, max: 1e4},
  },
  spilledSeconds: {tex: "t", unit: "s", kind: "plain", from: "derived", range: seconds},
  overhangSeconds: {
    tex: raw`t_{\mathrm{store}}`,
    unit: "s",
    kind: "memory",
    from: "derived",
    range: seconds,
  },

  // What follows: the roofline.
  intensity: {
    tex: "I",
    unit: "FLOP/byte",
    kind: "plain",
    from: "derived",
    range: {min: 0.1, max: 1e4},
  },
  ridge: {
    tex: raw`I_{\mathrm{ridge}}`,
    unit: "FLOP/byte",
    kind: "plain",
    from: "derived",
    range: {min: 1, max: 1e3},
  },
  criticalBatch: {
    tex: raw`B_{\mathrm{crit}}`,
    unit: "readers",
    kind: "plain",
    from: "derived",
    range: {min: 1, max: 1e4},
  },
  memorySpeed: {
    tex: raw`v_{\mathrm{mem}}`,
    unit: "tokens/s",
    kind: "memory",
    from: "derived",
    range: {min: 0.1, max: 1e4},
  },
  publishedBatch: {
    tex: raw`B_{\mathrm{pub}}`,
    unit: "readers",
    kind: "plain",
    from: "derived",
    range: {min: 1, max: 1e4},
  },
  attainableFlops: {
    tex: "R",
    unit: "FLOP/s",
    kind: "plain",
    from: "derived",
    range: {min: 1e9, max: 1e16},
  },

  // A prompt, its answer, and a second machine.
  promptTokens: {
    tex: "T",
    unit: "tokens",
    kind: "compute",
    from: "reader",
    control: "promptTokens",
    range: {min: 1, max: 1e6, integer: true},
  },
  answerTokens: {
    tex: "A",
    unit: "tokens",
    kind: "memory",
    from: "reader",
    control: "answerTokens",
    range: {min: 1, max: 1e5, integer: true},
  },
  promptSeconds: {
    tex: raw`t_{\mathrm{read}}`,
    unit: "s",
    kind: "compute",
    from: "derived",
    range: seconds,
  },
  promptComputeSeconds: {
    tex: raw`t_{\mathrm{comp}}`,
    unit: "s",
    kind: "compute",
    from: "derived",
    range: seconds,
  },
  conversationSeconds: {
    tex: raw`t_{\mathrm{all}}`,
    unit: "s",
    kind: "plain",
    from: "derived",
    range: seconds,
  },
  ridgePrompt: {
    tex: raw`T_{\mathrm{ridge}}`,
    unit: "tokens",
    kind: "plain",
    from: "derived",
    range: {min: 1, max: 1e4},
  },
  rivalFlops: {
    tex: raw`F_2`,
    unit: "FLOP/s",
    kind: "compute",
    from: "machine",
    control: "rival",
    range: {min: 1e9, max: 1e16},
  },
  rivalPromptSeconds: {
    tex: raw`t_2`,
    unit: "s",
    kind: "compute",
    from: "derived",
    range: seconds,
  },
  promptGap: {
    tex: "g",
    unit: "1",
    kind: "compute",
    from: "derived",
    range: {min: 0.01, max: 1e3},
  },

  // Several GPUs.
  devices: {
    tex: "N",
    unit: "GPUs",
    kind: "plain",
    from: "reader",
    control: "devices",
    range: {min: 2, max: 64, integer: true},
  },
  message: {
    tex: raw`t_{\mathrm{msg}}`,
    unit: "s",
    kind: "plain",
    from: "taken",
    range: {min: 1e-7, max: 1e-3},
  },
  link: {
    tex: raw`W_{\mathrm{link}}`,
    unit: "bytes/s",
    kind: "memory",
    from: "machine",
    range: {min: 1e9, max: 1e13},
  },
  linkSeconds: {
    tex: raw`t_{\mathrm{link}}`,
    unit: "s",
    kind: "memory",
    from: "derived",
    range: seconds,
  },
  splitSeconds: {tex: "t_N", unit: "s", kind: "memory", from: "derived", range: seconds},
  chunks: {
    tex: "c",
    unit: "chunks",
    kind: "plain",
    from: "derived",
    control: "promptTokens",
    range: {min: 1, max: 1e3, integer: true},
  },
  pipelineGain: {
    tex: "G",
    unit: "1",
    kind: "compute",
    from: "derived",
    range: {min: 1, max: 64},
  },

  // Training.
  trainingTokens: {
    tex: "D",
    unit: "tokens",
    kind: "plain",
    from: "model",
    range: {min: 1, max: 1e14, integer: true},
  },
  utilisation: {
    tex: "u",
    unit: "1",
    kind: "compute",
    from: "taken",
    range: {min: 0.05, max: 1},
  },
  trainingFlops: {
    tex: raw`f_{\mathrm{train}}`,
    unit: "FLOP",
    kind: "compute",
    from: "derived",
    range: {min: 1e15, max: 1e27},
  },
  trainingSeconds: {
    tex: raw`t_{\mathrm{train}}`,
    unit: "s",
    kind: "compute",
    from: "derived",
    range: {min: 1, max: 1e12},
  },
  trainingBytes: {
    tex: raw`M_{\mathrm{train}}`,
    unit: "bytes",
    kind: "memory",
    from: "derived",
    range: bytes,
  },

  // A machine that was measured in the page.
  ownParameters: {tex: "P", unit: "weights", kind: "plain", from: "model", range: weights},
  ownBytesPerWeight: {
    tex: "b",
    unit: "bytes/weight",
    kind: "memory",
    from: "format",
    range: {min: 0.2, max: 8},
  },
  ownFlops: {
    tex: "F",
    unit: "FLOP/s",
    kind: "compute",
    from: "measured",
    range: {min: 1e8, max: 1e13},
  },
  ownBandwidth: {
    tex: "W",
    unit: "bytes/s",
    kind: "memory",
    from: "measured",
    range: {min: 1e8, max: 1e13},
  },
  ownOverhead: {
    tex: "t_0",
    unit: "s",
    kind: "plain",
    from: "measured",
    range: {min: 1e-6, max: 1},
  },
  ownComputeSeconds: {
    tex: raw`t_{\mathrm{comp}}`,
    unit: "s",
    kind: "compute",
    from: "derived",
    range: seconds,
  },
  ownMemorySeconds: {
    tex: raw`t_{\mathrm{mem}}`,
    unit: "s",
    kind: "memory",
    from: "derived",
    range: seconds,
  },
  ownSeconds: {tex: "t", unit: "s", kind: "plain", from: "derived", range: seconds},
} as const satisfies Record<string, SymbolDefinition>;

/** Name of a symbol, e.g. "bandwidth": the value of data-symbol everywhere. */
export type SymbolId = keyof typeof symbols;

/** One symbol, e.g. symbolNamed("bandwidth").tex is "W". */
export function symbolNamed(id: SymbolId): SymbolDefinition {
  return symbols[id];
}

const writtenWithNumber: readonly Unit[] = ["bytes", "bytes/s", "FLOP/s", "s", "1"];

/** Whether a value is a plain number that must be told what it counts: "1 readers", not "68 GB/s". */
export function isCount(id: SymbolId): boolean {
  return !writtenWithNumber.includes(symbolNamed(id).unit);
}

/** Whether a count is a number of something for each of something else, e.g. bytes for each weight. */
export function isRate(id: SymbolId): boolean {
  return isCount(id) && symbolNamed(id).unit.includes("/");
}
