import {memoryOf} from "../../lib/catalog/find.js";
import {defaultScenario, type Scenario} from "../../lib/scenario/scenario.js";
import type {QuantityName} from "../../lib/scenario/quantities.js";
import {viewOf} from "../../lib/scenario/view.js";
import {recountAll} from "../../lib/scenario/claims/recount.js";
import type {ClaimFacts} from "../messages/en/claims.js";
import type {Context} from "../page/context.js";
import {quantityText} from "../quantities.js";

/** The numbers that the reasons name, for the scenarios that they speak of. */
export function claimFacts(context: Context): ClaimFacts {
  const {catalog, numbers} = context;
  const text = (name: QuantityName, scenario: Partial<Scenario> = {}): string =>
    quantityText(name, viewOf({...defaultScenario, ...scenario}, catalog), context);
  const recounts = recountAll(catalog);
  const file = (model: string): string => text("weightBytes", {model, format: "Q4_0 file"});
  const a100 = {machine: "A100 80GB"};
  const m2Max = {machine: "Apple M2 Max", format: "Q4_0 file"};
  const pi = {machine: "Raspberry Pi 4"};
  const slow = recounts.get("speed-pi-compute")!;
  const card = recounts.get("flops-4090")!;
  const room = memoryOf(catalog, defaultScenario.machine); // of an M1
  return {
    fileBits: text("bitsPerWeight", {format: "Q4_0"}),
    fileOf7b: file("LLaMA-7B"),
    fileOf33b: file("LLaMA-33B"),
    fileOf65b: file("LLaMA-65B"),
    ridge: text("ridge", {...a100, format: "FP16"}),
    publishedBatch: text("publishedBatch", {...a100, format: "FP16"}),
    quarterBatch: text("criticalBatch", {...a100, format: "INT4"}),
    m1Room: numbers.bytes(room),
    largestBytes: text("largestBytes"),
    m2MaxMeasured: text("measured", m2Max),
    m2MaxPublished: text("articleSpeed", m2Max),
    piSeconds: text("articleSeconds", pi),
    piUpsideDown: text("articleSpeed", pi),
    piCorrected: text("articleCorrectedSpeed", pi),
    piCompute: numbers.rate(slow.corrected!.value),
    piTimes: numbers.whole(slow.corrected!.value / slow.claim.value!),
    context: numbers.whole(recounts.get("kv-cache-total")!.corrected!.inputs["context"]!),
    nearestBytes: text("nearestCacheBytes"),
    nearestTokens: text("nearestCacheTokens"),
    fullRidge: text("ridge", {machine: "A100 40GB", format: "FP16"}),
    matrixTimes: numbers.number(card.corrected!.value / card.own!.value),
    likeForLike: text("karpathyCompute"),
    bandwidthTimes: text("karpathyBandwidth"),
  };
}
