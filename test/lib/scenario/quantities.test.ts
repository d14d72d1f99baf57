import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {
  articleBytesPerWeight,
  articleCell,
  articleModels,
} from "../../../src/lib/scenario/article.js";
import {quantities, quantityOf, type QuantityName} from "../../../src/lib/scenario/quantities.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

const catalog = readCatalog();
const names = Object.keys(quantities) as QuantityName[];
// Nobody has measured it, the data sheet does not say it, or the model has no such part.
const absent: readonly QuantityName[] = [
  "measured",
  "measuredShare",
  "onChip",
  "measuredReadingGap",
  "measuredDecodeGap",
  "trainingTokens",
  "trainingFlops",
  "trainingSeconds",
  "trainingHours",
  "trainingYears",
  "publishedHours",
  "cores",
  "chip",
  "chipsPerModel",
  "latentElements",
  "positionElements",
  "windowTokens",
  "windowLayers",
  "outweighingContext",
  "longestContext",
  "readersThatFit",
  "measuredRough",
  "measuredBandwidth",
  "measuredFlops",
  "storageBandwidth",
  "slowStorageBandwidth",
  "marchOverhang",
  "marchSlowKept",
  "marchFastKept",
  "marchFastReread",
  "overhangSeconds",
  "spilledSeconds",
  "spilledMeasured",
  "rereadSeconds",
  "perplexity",
  "perplexityLoss",
  "publishedBytes",
  "publishedBits",
  "tokensPerWeight",
  "tokensRead",
  "decodeGain",
  "prefillGain",
];
// Nothing where no word has been said, where there is no room, or where a dense model has no experts.
const mayBeZero: readonly QuantityName[] = [
  "fittingLayers",
  "fittingShare",
  "cpuBytes",
  "overhangSeconds",
  "conversationBytes",
  "roundedCache",
  "conversationMebibytes",
  "conversationGigabytes",
  "conversationShare",
  "tokensThatFit",
  "longestContext",
  "readersThatFit",
  "recomputeAll",
  "readBackAll",
  "idleParameters",
  "missingTable",
  "missingTableShare",
  "missingFeedForward",
  "ownOverhead", // where reading and multiplying explain all of what the small model took
  "ownError",
];

function quantity(name: QuantityName, scenario: Partial<Scenario> = {}): number | undefined {
  return quantityOf(name, viewOf({...defaultScenario, ...scenario}, catalog), catalog);
}

describe("the quantities of a scenario", () => {
  it.each([
    {},
    {model: "gpt-oss-20b", machine: "DGX Spark", format: "MXFP4 file", batch: 8},
    {model: "DeepSeek-V3", machine: "H100 SXM", format: "FP8", batch: 256, context: 8192},
    {model: "stories15M", machine: "Apple M1", format: "FP32", context: 0, promptTokens: 1},
  ])("are numbers above 0, but for those that there are none of: %o", (scenario) => {
    for (const name of names) {
      const value = quantity(name, scenario);
      if (value === undefined) expect(absent).toContain(name);
      else if (name === "context")
        expect(value).toBe(viewOf({...defaultScenario, ...scenario}, catalog).scenario.context);
      else if (mayBeZero.includes(name)) expect(value, name).toBeGreaterThanOrEqual(0);
      else expect(value, name).toBeGreaterThan(0);
    }
  });

  it.each<[QuantityName, number, Partial<Scenario>]>([
    ["totalParameters", 6_738_415_616, {}],
    ["weightBytes", 3_825_065_984, {}],
    ["kvBytesPerToken", 524_288, {}],
    ["matrixWeights", 4096 * 11_008, {}],
    ["matrixFlops", 2 * 4096 * 11_008, {}],
    ["rowFlops", 2 * 4096, {}],
    ["tokenFlops", 2 * 6_738_415_616, {}],
    ["bitsPerWeight", 16, {format: "FP16"}],
    ["articleSpeed", 9.75, {}],
    ["articleCorrectedSpeed", 19.5, {}],
    ["expectedExperts", 7.5, {model: "gpt-oss-20b", batch: 2}],
    ["tenReaders", 1, {}],
    ["scoreboardCount", 45, {}],
    ["aboveCount", 35, {}],
    ["decodeGap", 1, {rival: "Apple M1"}],
    ["answerTokens", 100, {answerTokens: 100}],
    ["memorySize", 24e9, {machine: "RTX 4090"}],
    ["rivalMemoryFour", 96e9, {rival: "RTX 4090"}],
    ["againstBandwidth", 800 / 1008, {machine: "Apple M2 Ultra", rival: "RTX 4090"}],
    ["articleNumber", 1.75, {machine: "Raspberry Pi 4"}],
    ["spilledMeasured", 10, {machine: "Raspberry Pi 4"}],
    ["overhangSeconds", 0, {machine: "Apple M1"}],
    ["rivalBandwidth", 1008e9, {rival: "RTX 4090"}],
  ])("hold %s at %d", (name, value, scenario) => {
    expect(quantity(name, scenario)).toBe(value);
  });

  it.each<[QuantityName, number, number, Partial<Scenario>]>([
    ["criticalBatch", 161.2, 1, {machine: "A100 80GB", format: "FP16"}],
    ["articleSpeed", 276.4, 1, {machine: "A100 80GB"}],
    ["articleCorrectedSpeed", 552.9, 1, {machine: "A100 80GB"}],
    ["articleSeconds", 0.00362, 5, {machine: "A100 80GB"}],
    ["flopsRatio", 119, 0, {machine: "A100 80GB"}],
    ["measured", 14.15, 2, {}],
    ["measuredShare", 0.79, 2, {}],
    ["decodeGap", 28.35, 1, {}],
    ["mixtureGain", 1.17, 2, {}],
  ])("hold %s near %d", (name, value, digits, scenario) => {
    expect(quantity(name, scenario)).toBeCloseTo(value, digits);
  });

  it("leave the measured slowdown of a long conversation within 2 % of the law", () => {
    expect(quantity("contextError")).toBeLessThan(0.02);
  });

  it("leave two readers of a dense model nearly twice the tokens, of a mixture far less", () => {
    expect(quantity("denseGain")).toBeGreaterThan(1.8);
    expect(quantity("mixtureGain")).toBeLessThan(1.3);
  });

  it("halve, corrected, every time that the article prints", () => {
    for (const parameters of articleModels) {
      for (const bytes of Object.values(articleBytesPerWeight)) {
        const {published, corrected} = articleCell(parameters, bytes, 1935e9);
        expect(corrected).toBe(published / 2);
      }
    }
  });
});
