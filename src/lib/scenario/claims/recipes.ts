import {latency, memorySeconds} from "../../arithmetic/simple-law.js";
import {computeRate, type Hardware} from "../../arithmetic/hardware.js";
import {kvBytesPerToken, kvCacheBytes} from "../../arithmetic/kv-cache.js";
import {parameterCount} from "../../arithmetic/parameters.js";
import type {Catalog} from "../../catalog/catalog.js";
import {findMachine, findModel, memoryOf} from "../../catalog/find.js";
import {listedMachines} from "../../catalog/own-machine.js";
import {articleBytesPerWeight, articleModels} from "../article.js";
import {call, figure, type LawCall} from "./calls.js";

/** How a claim is recomputed. */
export interface Recipe {
  /** By the law that the article itself uses, on the article's own numbers. */
  own?: LawCall;
  /** By the law stated correctly; or the right figure. */
  corrected?: LawCall;
  /** A sentence about many cases: in how many of them it holds. */
  cases?: {holds: number; of: number; unlike?: true};
  /** Whether the source of the figure is about something else. */
  isOfOther?: true;
  /** Whose speed was measured for the same question. */
  measured?: {machine: string; model: string; format: string};
}

/** The recipe of each claim in data/claims.csv, by its id. */
export function recipesFor(catalog: Catalog): Readonly<Record<string, Recipe>> {
  const hardware = (name: string): Hardware => findMachine(catalog, name).hardware;
  const a100 = hardware("A100 80GB");
  return {
    ...cells(a100),
    ...speeds(catalog),
    ...memory(catalog),
    ...clocks(catalog),
    ...figures(catalog),
    ...others(catalog),
  };
}

const names = ["7b", "13b", "33b", "65b"] as const;

/** The sixteen cells of each of its two tables. */
function cells({bandwidth}: Hardware): Record<string, Recipe> {
  const found: Record<string, Recipe> = {};
  articleModels.forEach((parameters, i) => {
    for (const [format, bytesPerWeight] of Object.entries(articleBytesPerWeight)) {
      const id = `${names[i]}-${format.toLowerCase()}`;
      const weights = call("bytesOfWeights", {parameters, bytesPerWeight}, "GB");
      const inputs = {parameters, bytesPerWeight, bandwidth};
      found[`memory-${id}`] = {own: weights, corrected: weights};
      found[`latency-${id}`] = {
        own: call("memorySecondsAsPublished", inputs, "ms"),
        corrected: call("memorySeconds", inputs, "ms"),
      };
    }
  });
  return found;
}

/** Speeds of decoding, in four bits. */
function speeds(catalog: Catalog): Record<string, Recipe> {
  const ofMemory = (machine: string, parameters: number, model: string): Recipe => {
    const {bandwidth} = findMachine(catalog, machine).hardware;
    const inputs = {parameters, bytesPerWeight: articleBytesPerWeight.INT4, bandwidth};
    return {
      own: call("memorySecondsAsPublished", inputs, "tokens/s"),
      corrected: call("memorySeconds", inputs, "tokens/s"),
      measured: {machine, model, format: "Q4_0 file"},
    };
  };
  const [small, , , large] = articleModels;
  const pi = ofMemory("Raspberry Pi 4", small, "LLaMA-7B");
  const operations = call(
    "computeSeconds",
    {parameters: small, batch: 1, flops: flopRate(catalog, "Raspberry Pi 4")},
    "tokens/s",
  );
  return {
    "speed-a100-7b-int4": ofMemory("A100 80GB", small, "LLaMA-7B"),
    "speed-a100-65b-int4": ofMemory("A100 80GB", large, "LLaMA-65B"),
    "speed-m1-7b-int4": ofMemory("Apple M1", small, "LLaMA-7B"),
    "speed-m1-65b-int4": ofMemory("Apple M1", large, "LLaMA-65B"),
    "speed-m2-max-65b-int4": ofMemory("Apple M2 Max", large, "LLaMA-65B"),
    // The law gives seconds for a token, and that number was read as tokens for a second.
    "speed-pi-7b-int4": {...pi, own: {...pi.own!, value: pi.own!.result, unit: "s/token"}},
    "speed-pi-compute": {own: operations, corrected: operations, measured: pi.measured!},
  };
}

/** What has to lie in memory. */
function memory(catalog: Catalog): Record<string, Recipe> {
  const {architecture} = findModel(catalog, "LLaMA-7B");
  const inFourBits = articleModels.map((parameters) =>
    call("bytesOfWeights", {parameters, bytesPerWeight: articleBytesPerWeight.INT4}, "GB"),
  );
  const {numLayers, numKvHeads, headDim, hiddenSize, vocabSize} = architecture;
  const shape = {numLayers, numKvHeads, headDim, bytesPerElement: articleBytesPerWeight.FP16};
  const token = call("kvBytesPerToken", shape, "bytes/token");
  const conversation = {context: 2048, kvBytesPerToken: kvBytesPerToken(architecture)};
  const consumer = memoryOf(catalog, "RTX 4090");
  const dataCentre = memoryOf(catalog, "A100 80GB");
  const last = inFourBits.length - 1;
  return {
    "weights-33b-int4": {own: inFourBits[2]!, corrected: inFourBits[2]!},
    // All but the largest fit, and the largest does not.
    "fits-24-gb": {
      cases: casesOf(inFourBits, ({result}) =>
        result === inFourBits[last]!.result ? result > consumer : result <= consumer,
      ),
    },
    "fits-80-gb": {cases: casesOf(inFourBits, ({result}) => result <= dataCentre)},
    "parameters-7b": {
      own: call(
        "parameterEstimate",
        {layers: numLayers, width: hiddenSize, words: vocabSize},
        "parameters",
      ),
      corrected: figure(parameterCount(architecture).total, "parameters"),
    },
    "kv-cache-total": {own: token, corrected: call("contextBytes", conversation, "bytes")},
    "kv-cache": {},
  };
}

/** The two clocks, and where they meet. */
function clocks(catalog: Catalog): Record<string, Recipe> {
  const a100 = findMachine(catalog, "A100 80GB").hardware;
  const rates = {flops: a100.flops.fp16!, bandwidth: a100.bandwidth};
  const inFp16 = {...rates, bytesPerWeight: articleBytesPerWeight.FP16};
  const ridge = call("ridgePoint", rates, "powers of ten");
  const operations = call("flopsPerToken", {parameters: 1}, "FLOP/weight");
  const small = {parameters: articleModels[0], bytesPerWeight: articleBytesPerWeight.INT4};
  return {
    "critical-batch-a100": {
      own: call("criticalBatchAsPublished", inFp16, "readers"),
      corrected: call("criticalBatch", inFp16, "readers"),
    },
    "orders-of-magnitude": {corrected: {...ridge, unit: "FLOP/byte, powers of ten"}},
    "operations-per-weight": {own: operations, corrected: operations},
    "same-equation": {
      cases: {
        ...casesOf(Object.values(articleBytesPerWeight), (bytesPerWeight) => bytesPerWeight === 2),
        unlike: true,
      },
    },
    // One reader, seven billion weights in four bits: does reading take longer than calculating?
    "memory-decides": {
      cases: casesOf(listedMachines(catalog), ({name, hardware}) => {
        const {bandwidth} = hardware;
        const reading = memorySeconds({...small, bandwidth});
        const operations = {parameters: small.parameters, batch: 1, flops: flopRate(catalog, name)};
        return reading > call("computeSeconds", operations, "ms").result;
      }),
    },
    // One reader, calculated in FP16: do eight bits for a weight double the speed of sixteen?
    "linear-precision": {
      cases: casesOf(listedMachines(catalog), ({name, hardware}) => {
        const inputs = {parameters: articleModels[0], batch: 1, flops: flopRate(catalog, name)};
        const seconds = (bytesPerWeight: number): number =>
          latency({...inputs, bytesPerWeight, bandwidth: hardware.bandwidth});
        return seconds(articleBytesPerWeight.FP16) / seconds(articleBytesPerWeight.INT8) > 1.99;
      }),
    },
  };
}

/** Figures of machines that the article takes from elsewhere. */
function figures(catalog: Catalog): Record<string, Recipe> {
  const hardware = (name: string): Hardware => findMachine(catalog, name).hardware;
  const same = (result: number, unit: string): Recipe => ({
    own: figure(result, unit),
    corrected: figure(result, unit),
  });
  const bandwidth = (name: string): Recipe => same(hardware(name).bandwidth, "GB/s");
  const a100 = hardware("A100 80GB");
  const pi = hardware("Raspberry Pi 4"); // as the article has it
  const measuredPi = hardware("Raspberry Pi 4 (8 GB)");
  const card = hardware("RTX 4090");
  return {
    "bandwidth-a100": bandwidth("A100 80GB"),
    "bandwidth-4090": bandwidth("RTX 4090"),
    "bandwidth-m1": bandwidth("Apple M1"),
    "bandwidth-m2-pro": bandwidth("Apple M2 Pro"),
    "bandwidth-m2-max": bandwidth("Apple M2 Max"),
    "bandwidth-pi": {
      own: figure(pi.bandwidth, "GB/s"),
      corrected: figure(measuredPi.bandwidth, "GB/s"),
    },
    "on-chip-a100": same(a100.onChipBytes!, "MB"),
    "flops-a100": same(a100.flops.fp16!, "TFLOP/s"),
    "flops-a100-int4": same(a100.flops.int4!, "TOP/s"),
    "flops-4090": {
      own: figure(card.flops.fp32!, "TFLOP/s"), // the rate without matrix units
      corrected: figure(card.flops.fp16!, "TFLOP/s"),
    },
    "flops-m1": {corrected: figure(hardware("Apple M1").flops.fp16!, "TFLOP/s"), isOfOther: true},
    "flops-pi": {
      own: figure(pi.flops.fp32!, "GFLOP/s"), // measured in FP64
      corrected: figure(measuredPi.flops.fp32!, "GFLOP/s"),
    },
  };
}

/** What two others wrote, before and after. */
function others(catalog: Catalog): Record<string, Recipe> {
  const a100 = findMachine(catalog, "A100 80GB").hardware;
  const m2 = findMachine(catalog, "Apple M2").hardware;
  const ridge = call("ridgePoint", {flops: a100.flops.fp16!, bandwidth: 1.5e12}, "FLOP/byte");
  const reading = figure(a100.bandwidth / m2.bandwidth, "times");
  return {
    "karpathy-compute": {
      own: figure(a100.flops.int4! / 7e12, "times"),
      corrected: figure(a100.flops.fp16! / m2.flops.fp16!, "times"),
    },
    "karpathy-bandwidth": {own: reading, corrected: reading},
    "kipply-ridge": {own: ridge, corrected: ridge},
    "kipply-weights": {
      corrected: call(
        "bytesOfWeights",
        {parameters: 52e9, bytesPerWeight: articleBytesPerWeight.FP16},
        "TB",
      ),
    },
  };
}

/** Sizes of a KV cache that the article's models, precisions and usual lengths can have. */
export interface CacheSize {
  model: string;
  context: number;
  bitsPerElement: number;
  bytes: number;
}

/** The one that is nearest to a size in question. */
export function nearestCache(bytes: number, catalog: Catalog): CacheSize {
  const all = ["LLaMA-7B", "LLaMA-13B", "LLaMA-33B", "LLaMA-65B"].flatMap((model) =>
    [512, 1024, 2048, 4096, 8192].flatMap((context) =>
      Object.values(articleBytesPerWeight).map((bytesPerElement) => {
        const {architecture} = findModel(catalog, model);
        const size = kvCacheBytes(architecture, {context, batch: 1, bytesPerElement});
        return {model, context, bitsPerElement: 8 * bytesPerElement, bytes: size};
      }),
    ),
  );
  const distance = (size: CacheSize): number => Math.abs(size.bytes - bytes);
  return all.reduce((best, size) => (distance(size) < distance(best) ? size : best));
}

function casesOf<Case>(
  all: readonly Case[],
  holds: (one: Case) => boolean,
): {holds: number; of: number} {
  return {holds: all.filter(holds).length, of: all.length};
}

const flopRate = (catalog: Catalog, machine: string): number =>
  computeRate(findMachine(catalog, machine).hardware, "fp16").flopRate;
