import type {DerivationId, StepId} from "../../../lib/formula/derivations.js";
import type {FormulaId} from "../../../lib/formula/formulas.js";
import type {ReadingName} from "../../../lib/formula/readings.js";
import type {SpeechWords} from "../../../lib/formula/speech.js";
import type {SymbolId, SymbolKind, SymbolOrigin, Unit} from "../../../lib/formula/symbols.js";
import {assumptions} from "./formulas/assumptions.js";
import {promptNames, promptReasons, promptTitles} from "./formulas/prompts.js";
import * as price from "./formulas/price.js";
import * as recount from "./formulas/recount.js";
import {gpuNames, gpuReasons, gpuTitles} from "./formulas/gpus.js";
import {conversation} from "./formulas/conversation.js";
import * as machines from "./formulas/machines.js";
import {precisionNames, precisionReasons, precisionTitles} from "./formulas/precision.js";
import {parameters} from "./formulas/parameters.js";
import * as device from "./formulas/device.js";

const readings: Record<ReadingName, string> = {
  symbols: "Symbols",
  numbers: "Numbers",
  result: "Result",
};

const titles: Record<FormulaId, string> = {
  matrixVectorFlops: "Operations for a matrix times a vector",
  flopsPerToken: "Operations for a token",
  computeTime: "Time for the arithmetic",
  memoryTime: "Time for the memory",
  memoryAsPublished: "Time for the memory, as published",
  latency: "Time for a token",
  intensity: "Operations for each byte read",
  ridge: "Ridge point of a machine",
  criticalBatch: "Readers at which the two times are equal",
  roofline: "Operations per second within reach",
  kvBytesPerToken: "Bytes that a token leaves in the KV cache",
  decodeWithContext: "Time for a token in a conversation",
  forecast: "Forecast of the time for a token",
  expectedExperts: "Experts that a batch is expected to read",
  bandwidthNeeded: "Bandwidth that a speed takes",
  tokensPerSecond: "Tokens per second",
  ...promptTitles,
  ...recount.titles,
  ...gpuTitles,
  ...conversation.titles,
  ...machines.titles,
  ...precisionTitles,
  ...price.titles,
  ...parameters.titles,
  ...device.titles,
};

const names: Record<SymbolId, string> = {
  parameters: "parameters",
  layers: "layers",
  hiddenSize: "hidden size",
  intermediateSize: "intermediate size",
  vocabularySize: "vocabulary",
  kvHeads: "key and value heads",
  headSize: "size of a head",
  experts: "experts in a layer",
  expertsPerToken: "experts for each token",
  rows: "rows of the matrix",
  columns: "columns of the matrix",
  matrixWeights: "weights in the matrix",
  rowFlops: "operations for a row",
  matrixFlops: "operations for the matrix",
  tokenFlops: "operations for a token",
  batch: "readers at once",
  context: "conversation",
  speed: "wanted speed",
  bytesPerWeight: "size of a weight",
  bytesPerElement: "size of a cached number",
  bandwidth: "memory bandwidth",
  flops: "arithmetic rate",
  efficiency: "share of the bandwidth",
  overhead: "overhead for each token",
  weightBytes: "bytes of the weights",
  bytesRead: "bytes of the weights that are read",
  kvBytesPerToken: "KV cache",
  stepBytes: "bytes read for a token",
  expectedExperts: "experts read",
  neededBandwidth: "bandwidth needed",
  computeSeconds: "compute time",
  memorySeconds: "memory time",
  publishedSeconds: "memory time as published",
  seconds: "time for a token",
  decodeSeconds: "time for a token",
  forecastSeconds: "forecast time",
  tokensPerSecond: "speed",
  decodeSpeed: "speed",
  intensity: "arithmetic intensity",
  ridge: "ridge point",
  criticalBatch: "critical batch",
  attainableFlops: "rate within reach",
  ...promptNames,
  ...recount.names,
  ...gpuNames,
  ...conversation.names,
  ...machines.names,
  ...precisionNames,
  ...price.names,
  ...parameters.names,
  ...device.names,
};

// Units that numbers bring along (GB/s, ms) are symbols, not words; these stand beside counts.
const units: Record<Unit, string> = {
  weights: "weights",
  readers: "readers",
  tokens: "tokens",
  layers: "layers",
  heads: "heads",
  elements: "numbers",
  rows: "rows",
  columns: "columns",
  words: "tokens",
  experts: "experts",
  chunks: "chunks",
  GPUs: "GPUs",
  "bytes/weight": "bytes",
  bits: "bits",
  "bits/weight": "bits",
  "bytes/element": "bytes",
  "bytes/token": "a token",
  FLOP: "operations",
  "FLOP/byte": "FLOP/byte",
  "tokens/s": "tokens a second",
  bytes: "",
  "bytes/s": "",
  "FLOP/s": "",
  s: "",
  "1": "",
};

const kinds: Record<SymbolKind, string> = {memory: "memory", compute: "compute", plain: ""};

/** Parts of equations whose kind does not tell them from another part. */
const parts: Partial<Record<SymbolId, string>> = machines.parts;

const origins: Record<SymbolOrigin, string> = {
  model: "from the model",
  machine: "from the data sheet",
  format: "from the precision",
  reader: "you choose",
  fitted: "fitted to measurements",
  measured: "measured here",
  derived: "follows from the rest",
  taken: "taken as given",
};

const listOf = (items: readonly string[], last: string): string =>
  items.length < 2 ? items.join() : `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1)}`;

const speech: SpeechWords = {
  equals: (sides) => sides.join(" equals "),
  plus: (left, right) => `${left} plus ${right}`,
  minus: (left, right) => `${left} minus ${right}`,
  times: (factors) => factors.join(" times "),
  over: (above, below) => `${above}, divided by ${below},`,
  power: (base, exponent) => `${base} to the power of ${exponent}`,
  larger: (choices) => `the larger of ${listOf(choices, "and")}`,
  smaller: (choices) => `the smaller of ${listOf(choices, "and")}`,
  grouped: (inside) => `the quantity ${inside}, end of quantity,`,
};

/** Why each line of a derivation follows. TeX stands between dollar signs. */
const reasons: {[Id in DerivationId]: Record<StepId<Id>, string>} = {
  flopsPerToken: {
    row: "One row of the matrix meets the vector. Its $n$ entries are multiplied one by one, and each product is added to a sum: $n$ multiplications, $n$ additions.",
    twice: "Two operations for each entry of the row.",
    rows: "The matrix has $m$ rows, and each row makes one number of the result.",
    matrix: "Put in what a row costs.",
    weights:
      "A matrix of $m$ rows and $n$ columns holds $p = m\\,n$ weights. The shape has gone. What remains is two operations for each weight.",
    model:
      "Now the whole model, here with the shapes of LLaMA. Each of $L$ layers has four matrices of $d$ times $d$ for attention and three between $d$ and $d_{\\mathrm{ff}}$. At the end, one of $d$ times $V$ gives every token of the vocabulary its score.",
    factor: "Every term has a 2. Take it out.",
    token:
      "In the brackets stand all the weights that are multiplied, and that is the model, but for its norms and the table in which the words are looked up.",
  },
  latency: {
    compute:
      "The first clock. Two operations for each of $P$ weights and each of $B$ readers, at $F$ operations in a second.",
    memory:
      "The second clock. Each weight is read once, however many readers share it: $P$ weights of $b$ bytes, at $W$ bytes in a second.",
    slower: "Both run at the same time. The token is done when the slower one stops.",
    together: "Put both in.",
  },
  intensity: {
    quotient: "The operations of one step, over the bytes that it reads.",
    cancel: "Each weight is in both counts. The size of the model drops out.",
  },
  criticalBatch: {
    equal: "At the bend both clocks show the same.",
    divide: "Divide both sides by $P$. The size of the model is gone.",
    multiply: "Multiply both sides by $F$.",
    halve: "Divide by 2. What is left is the machine, and the bytes of a weight.",
  },
  memoryCorrected: {
    published:
      "As it was published: twice the parameters, times the bytes of each, over the bandwidth.",
    leftOver:
      "But $P$ weights of $b$ bytes are $P\\,b$ bytes, and bytes over bytes per second are seconds. The 2 in front counts nothing.",
    source:
      "Where it came from: the text on which the article builds has weights of 16 bits, so that two bytes for each of $P$ weights are $2\\,P$ bytes.",
    corrected:
      "Write $b$ for those two bytes, so that other widths fit too. Now the 2 is in $b$, and must not stand there a second time.",
  },
  speedWithContext: {
    bytes:
      "What is read for one step: all the weights once, and for each of $B$ readers the keys and values of $C$ tokens, $K$ bytes each.",
    time: "Bytes over bytes per second.",
    putIn: "Put in the bytes.",
    speed: "Each reader gets one token from each step.",
    slower:
      "Put in the time. The conversation grows in the denominator: speed falls, first slowly, then like $\\frac{1}{C}$.",
  },
  ...promptReasons,
  ...recount.reasons,
  ...gpuReasons,
  ...conversation.reasons,
  ...machines.reasons,
  ...precisionReasons,
  ...price.reasons,
  ...parameters.reasons,
  ...device.reasons,
};

/**
 * Words of equations: names of symbols, how signs are said, reasons of derivations. Each table is
 * keyed by the ids of the formula room, so that the compiler finds what has no words yet.
 */
export const formulas = {
  readings,
  ways: "Ways to read this equation",
  symbolList: "Symbols in this equation",
  source: (name: string) => `${name}()`,
  titles,
  names,
  units,
  kinds,
  parts,
  origins,
  speech,
  reasons,
  assumptions,
};
