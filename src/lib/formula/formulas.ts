import type {Architecture} from "../arithmetic/architecture.js";
import {kvBytesPerToken} from "../arithmetic/kv-cache.js";
import * as laws from "../arithmetic/simple-law.js";
import {tie, type Formula} from "./formula.js";
import {priceTies} from "./formulas/price.js";
import {promptTies} from "./formulas/prompts.js";
import {recountTies} from "./formulas/recount.js";
import {gpuFormulas} from "./formulas/gpus.js";
import {conversationTies} from "./formulas/conversation.js";
import {machineTies} from "./formulas/machines.js";
import {precisionTies} from "./formulas/precision.js";
import {parameterTies} from "./formulas/parameters.js";
import {deviceTies} from "./formulas/device.js";

const {raw} = String;
const file = "src/lib/arithmetic/simple-law.ts";

// All that the law reads of a model whose heads keep keys and values of their own.
type KeptShape = Pick<Architecture, "numLayers" | "numKvHeads" | "headDim">;

/**
 * The notebook's formulas, each tied to the law that computes it. The words for their symbols are in
 * messages; see `Formula` for what a test proves about each of them.
 */
const ties = {
  matrixVectorFlops: tie({
    tex: raw`f = 2\,m\,n`,
    result: "matrixFlops",
    law: laws.matrixVectorFlops,
    name: "matrixVectorFlops",
    file,
    arguments: {rows: "rows", columns: "columns"},
  }),
  flopsPerToken: tie({
    tex: raw`f_{\mathrm{token}} = 2\,P`,
    result: "tokenFlops",
    law: laws.flopsPerToken,
    name: "flopsPerToken",
    file,
    arguments: {parameters: "parameters"},
  }),
  computeTime: tie({
    tex: raw`t_{\mathrm{comp}} = \frac{2\,P\,B}{F}`,
    result: "computeSeconds",
    law: laws.computeSeconds,
    name: "computeSeconds",
    file,
    arguments: {parameters: "parameters", batch: "batch", flops: "flops"},
  }),
  memoryTime: tie({
    tex: raw`t_{\mathrm{mem}} = \frac{P\,b}{W}`,
    result: "memorySeconds",
    law: laws.memorySeconds,
    name: "memorySeconds",
    file,
    arguments: {parameters: "parameters", bytesPerWeight: "bytesPerWeight", bandwidth: "bandwidth"},
  }),
  memoryAsPublished: tie({
    tex: raw`t_{\mathrm{pub}} = \frac{2\,P\,b}{W}`,
    result: "publishedSeconds",
    law: laws.memorySecondsAsPublished,
    name: "memorySecondsAsPublished",
    file,
    arguments: {parameters: "parameters", bytesPerWeight: "bytesPerWeight", bandwidth: "bandwidth"},
  }),
  latency: tie({
    tex: raw`t = \max\left(\frac{2\,P\,B}{F}, \frac{P\,b}{W}\right)`,
    result: "seconds",
    law: laws.latency,
    name: "latency",
    file,
    arguments: {
      parameters: "parameters",
      batch: "batch",
      flops: "flops",
      bytesPerWeight: "bytesPerWeight",
      bandwidth: "bandwidth",
    },
    parts: [
      {tex: raw`\frac{2\,P\,B}{F}`, symbol: "computeSeconds"},
      {tex: raw`\frac{P\,b}{W}`, symbol: "memorySeconds"},
    ],
  }),
  intensity: tie({
    tex: raw`I = \frac{2\,B}{b}`,
    result: "intensity",
    law: laws.arithmeticIntensity,
    name: "arithmeticIntensity",
    file,
    arguments: {batch: "batch", bytesPerWeight: "bytesPerWeight"},
  }),
  ridge: tie({
    tex: raw`I_{\mathrm{ridge}} = \frac{F}{W}`,
    result: "ridge",
    law: laws.ridgePoint,
    name: "ridgePoint",
    file,
    arguments: {flops: "flops", bandwidth: "bandwidth"},
  }),
  criticalBatch: tie({
    tex: raw`B_{\mathrm{crit}} = \frac{F\,b}{2\,W}`,
    result: "criticalBatch",
    law: laws.criticalBatch,
    name: "criticalBatch",
    file,
    arguments: {flops: "flops", bytesPerWeight: "bytesPerWeight", bandwidth: "bandwidth"},
  }),
  roofline: tie({
    tex: raw`R = \min\left(F, I\,W\right)`,
    result: "attainableFlops",
    law: laws.attainableFlops,
    name: "attainableFlops",
    file,
    arguments: {flops: "flops", intensity: "intensity", bandwidth: "bandwidth"},
  }),
  kvBytesPerToken: tie({
    tex: raw`K = 2\,b_{\mathrm{kv}}\,L\,n_{\mathrm{kv}}\,d_{\mathrm{head}}`,
    result: "kvBytesPerToken",
    law: ({bytesPerElement, ...shape}: KeptShape & {bytesPerElement: number}) =>
      kvBytesPerToken(shape as Architecture, bytesPerElement),
    name: "kvBytesPerToken",
    file: "src/lib/arithmetic/kv-cache.ts",
    arguments: {
      bytesPerElement: "bytesPerElement",
      numLayers: "layers",
      numKvHeads: "kvHeads",
      headDim: "headSize",
    },
  }),
  decodeWithContext: tie({
    tex: raw`t = \frac{M + B\,C\,K}{W}`,
    result: "decodeSeconds",
    law: laws.decodeSeconds,
    name: "decodeSeconds",
    file,
    arguments: {
      weightBytes: "bytesRead",
      batch: "batch",
      context: "context",
      kvBytesPerToken: "kvBytesPerToken",
      bandwidth: "bandwidth",
    },
  }),
  forecast: tie({
    tex: raw`\hat{t} = \frac{D}{\eta\,W} + t_0`,
    result: "forecastSeconds",
    law: laws.forecastSeconds,
    name: "forecastSeconds",
    file,
    arguments: {
      bytes: "stepBytes",
      efficiency: "efficiency",
      bandwidth: "bandwidth",
      overhead: "overhead",
    },
  }),
  expectedExperts: tie({
    tex: raw`E_{\mathrm{read}} = E \left(1 - \left(1 - \frac{k}{E}\right)^{B}\right)`,
    result: "expectedExperts",
    law: laws.expectedExperts,
    name: "expectedExperts",
    file,
    arguments: {experts: "experts", expertsPerToken: "expertsPerToken", batch: "batch"},
  }),
  bandwidthNeeded: tie({
    tex: raw`W_{\mathrm{need}} = v\,D`,
    result: "neededBandwidth",
    law: laws.bandwidthNeeded,
    name: "bandwidthNeeded",
    file,
    arguments: {speed: "speed", bytes: "stepBytes"},
  }),
  ...precisionTies,
  ...priceTies,
  tokensPerSecond: tie({
    tex: raw`v = \frac{1}{t}`,
    result: "tokensPerSecond",
    law: laws.tokensPerSecond,
    name: "tokensPerSecond",
    file,
    arguments: {seconds: "seconds"},
  }),
  ...promptTies,
  ...recountTies,
  ...gpuFormulas,
  ...conversationTies,
  ...machineTies,
  ...parameterTies,
  ...deviceTies,
} as const;

/** Name of a formula: the value of data-equation. */
export type FormulaId = keyof typeof ties;

export const formulas = Object.fromEntries(
  Object.entries(ties).map(([id, tied]) => [id, {id, ...tied}]),
) as Readonly<Record<FormulaId, Formula & {id: FormulaId}>>;
