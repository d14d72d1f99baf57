import {
  bytesOfWeights,
  criticalBatchAsPublished,
  memorySpeed,
} from "../../arithmetic/article-laws.js";
import {kvBytesPerToken} from "../../arithmetic/kv-cache.js";
import {memorySecondsAsPublished, tokensPerSecond} from "../../arithmetic/simple-law.js";
import type {Catalog, Verdict} from "../../catalog/catalog.js";
import {listedMachines} from "../../catalog/own-machine.js";
import {articleBytesPerWeight, articleModels} from "../article.js";
import {nearestCache} from "../claims/recipes.js";
import {articleNumbers, recountAll} from "../claims/recount.js";
import type {View} from "../view.js";
import type {Quantity} from "./quantity.js";

/** Numbers of the recount. */
export const recountQuantities = {
  // What the article printed, counted.
  claimCount: (_, catalog) => articleNumbers(catalog).length,
  rightCount: (_, catalog) => countOf(catalog, "right"),
  twofoldCount: (_, catalog) => countOf(catalog, "factor of two"),
  unitCount: (_, catalog) => countOf(catalog, "units"),
  otherFigureCount: (_, catalog) => countOf(catalog, "other figure"),
  notReproducedCount: (_, catalog) => countOf(catalog, "not reproducible"),
  memoryBoundCount: (_, catalog) => recountAll(catalog).get("memory-decides")!.cases!.holds,
  claimMachines: (_, catalog) => listedMachines(catalog).length,

  // The speed on a laptop that it quotes.
  quotedSpeed: (_, catalog) => catalog.measurements.find(({id}) => id === quoted)?.tokensPerSecond,

  // Its laws, for a model and a machine of the reader's.
  memorySpeed: ({simple}) => memorySpeed(simple),
  publishedBatch: ({simple}) => criticalBatchAsPublished(simple),
  publishedRate: ({simple}) => tokensPerSecond({seconds: memorySecondsAsPublished(simple)}),

  // Its KV cache.
  cacheOfToken: (_, catalog) => recountAll(catalog).get("kv-cache-total")!.own!.result,
  cacheOfConversation: (_, catalog) => recountAll(catalog).get("kv-cache-total")!.corrected!.result,
  cacheInQuestion: (_, catalog) => cacheInQuestion(catalog),
  cacheTokens: (view, catalog) => cacheInQuestion(catalog) / bytesPerToken(view),
  nearestCacheBytes: (_, catalog) => nearestCache(cacheInQuestion(catalog), catalog).bytes,
  nearestCacheTokens: (_, catalog) => nearestCache(cacheInQuestion(catalog), catalog).context,

  // Its smallest model and its largest, with its round numbers, in exactly four bits.
  smallestBytes: () => inFourBits(articleModels[0]),
  largestBytes: () => inFourBits(articleModels[3]),

  // What two others compared.
  karpathyCompute: (_, catalog) => recountAll(catalog).get("karpathy-compute")!.corrected!.value,
  karpathyBandwidth: (_, catalog) =>
    recountAll(catalog).get("karpathy-bandwidth")!.corrected!.value,
} satisfies Record<string, Quantity>;

const quoted = "small-devices/m2-max/llama-7b/q4_0/decode";

const countOf = (catalog: Catalog, verdict: Verdict): number =>
  articleNumbers(catalog).filter((one) => one.verdict === verdict).length;

const bytesPerToken = ({model, scenario}: View): number =>
  kvBytesPerToken(model.architecture, scenario.kvBytesPerElement);

const inFourBits = (parameters: number): number =>
  bytesOfWeights({parameters, bytesPerWeight: articleBytesPerWeight.INT4});

/** The 1.33 GB that the article gives as the size of the KV cache. */
const cacheInQuestion = (catalog: Catalog): number =>
  1e9 * recountAll(catalog).get("kv-cache")!.claim.value!;
