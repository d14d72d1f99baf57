import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {fileBytes} from "../../../src/lib/arithmetic/file-size.js";
import {formatNamed, weightBytes} from "../../../src/lib/arithmetic/precision.js";
import {fits, fittingIn} from "../../../src/lib/scenario/fits.js";
import {
  drawnWeights,
  openedBits,
  openedBlock,
  otherGroups,
} from "../../../src/lib/scenario/opened-block.js";
import {
  bestFiles,
  betterAndSmaller,
  fileOf,
  filesOf,
  lossOf,
} from "../../../src/lib/scenario/perplexity-size.js";
import {
  gainRange,
  phaseGains,
  phaseMachines,
  predictedGain,
} from "../../../src/lib/scenario/precision-phases.js";
import {quantityOf, type QuantityName} from "../../../src/lib/scenario/quantities.js";
import {roundingErrors} from "../../../src/lib/scenario/rounding-errors.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

const catalog = readCatalog();
const view = (changes: Partial<Scenario> = {}) => viewOf({...defaultScenario, ...changes}, catalog);
const value = (name: QuantityName, changes: Partial<Scenario> = {}): number =>
  quantityOf(name, view(changes), catalog)!;

describe("an opened block", () => {
  it.each(["Q4_0 file", "Q8_0", "Q4_K_M"])("of %s shows every bit that it holds", (format) => {
    const block = openedBlock(view({format}));
    const own = block.weights.flatMap(({bits}) => bits);
    const shared = block.shared.flatMap(({bits}) => bits);
    const others = otherGroups(view({format})).flat(2);
    expect(own.length + shared.length + others.length).toBe(8 * block.bytes);
    expect(openedBits(block)).toBe(block.format.bitsPerWeight);
  });

  it("reads every weight back as one of its levels", () => {
    for (const format of ["Q4_0 file", "Q8_0", "Q4_K_M"]) {
      const {weights, grid} = openedBlock(view({format, pull: 1.5}));
      for (const {rounded} of weights) expect(grid).toContain(rounded);
    }
  });

  it("stays as it is, but for one weight, while the largest is another's", () => {
    const block = openedBlock(view({pull: 0.25}));
    expect(block.othersMoved).toBe(0);
    expect(block.othersError).toBe(block.othersErrorBefore);
    expect(block.shared[0]!.moved).toBe(false);
  });

  it("is ruined for the others by a weight that is pulled far out", () => {
    for (const pull of [-4, 3]) {
      const block = openedBlock(view({pull}));
      expect(block.shared[0]!.moved).toBe(true);
      expect(block.othersMoved).toBeGreaterThan(drawnWeights / 2);
      expect(block.othersError).toBeGreaterThan(2.5 * block.othersErrorBefore);
    }
  });
});

describe("a file", () => {
  it("has the bytes that the blackboard says, for every dense model", () => {
    for (const {name, architecture} of catalog.models) {
      const law = fileBytes({
        matrixParameters: value("matrixParameters", {model: name}),
        storedBits: value("storedBits"),
        outputParameters: value("outputParameters", {model: name}),
        outputBits: value("outputBits"),
        normParameters: value("normParameters", {model: name}),
      });
      expect(law, name).toBe(weightBytes(architecture, "Q4_0 file"));
    }
  });

  it("of LLaMA-7B in Q4_0 is as long as llama.cpp prints it", () => {
    expect(value("exactBytes", {model: "LLaMA-7B", format: "Q4_0 file"})).toBe(3_825_065_984);
  });

  it("is counted block by block as the formats are", () => {
    for (const format of ["Q4_0", "Q5_1", "Q8_0", "Q4_K", "Q6_K", "Q2_K"]) {
      expect(value("storedBits", {format})).toBe(formatNamed(format).bitsPerWeight);
    }
  });
});

describe("what fits", () => {
  it("follows the article's table to its last digit", () => {
    const table = fits(catalog).map(({articleBytes}) => articleBytes / 1e9);
    expect(table.slice(8, 16)).toEqual([130, 65, 32.5, 16.25, 260.8, 130.4, 65.2, 32.6]);
  });

  it("is all but the largest in four bits, in 24 GB", () => {
    const four = fittingIn(24e9, catalog).filter(({format}) => format.bits === 4);
    expect(four.map(({model}) => model)).toEqual(["LLaMA-7B", "LLaMA-13B", "LLaMA-33B"]);
  });
});

describe("perplexities", () => {
  it("let a 13B in four bits beat a 7B in sixteen, with little more than half its bytes", () => {
    const small = fileOf("LLaMA-7B", "FP16", catalog)!;
    const better = betterAndSmaller(small, catalog)!;
    expect([better.row.model, better.row.format]).toEqual(["LLaMA-13B", "Q4_0 file"]);
    expect(better.row.perplexity).toBeLessThan(small.row.perplexity);
    expect(better.bytes / small.bytes).toBeGreaterThan(0.5);
    expect(better.bytes / small.bytes).toBeLessThan(0.6);
  });

  it("are never compared across tokenizers", () => {
    for (const {row, bytes} of filesOf("Llama-3-8B", catalog)) {
      expect(betterAndSmaller({row, bytes}, catalog)?.row.model ?? "Llama-3-70B").toBe(
        "Llama-3-70B",
      );
    }
  });

  it("are flat above five bits and steep below three", () => {
    for (const model of ["LLaMA-7B", "LLaMA-13B", "Llama-2-70B"]) {
      expect(lossOf(fileOf(model, "Q5_K_M", catalog)!, catalog), model).toBeLessThan(0.01);
      expect(lossOf(fileOf(model, "Q2_K file", catalog)!, catalog), model).toBeGreaterThan(0.08);
    }
  });

  it("fall along the line of the best files", () => {
    const best = bestFiles(filesOf("Llama-3-8B", catalog)).map(({row}) => row.perplexity);
    expect(best).toEqual([...best].sort((a, b) => b - a));
    expect(best.length).toBeGreaterThan(8);
  });
});

describe("two phases", () => {
  it("gain by the bytes, and not at all, by the law", () => {
    const bytes = value("bytesSaved", {model: "Llama-2-7B", format: "Q4_0 file"});
    const decode = predictedGain("Apple M2 Max", "decode", "Q4_0 file", catalog);
    expect(decode.roof).toBeCloseTo(bytes, 9);
    expect(decode.forecast).toBeLessThan(decode.roof);
    expect(predictedGain("Apple M2 Max", "prefill", "Q4_0 file", catalog).roof).toBe(1);
  });

  it("gain in every measurement as the chapter says: twice and more, and nothing", () => {
    expect(phaseMachines(catalog).length).toBeGreaterThan(20);
    expect(gainRange("decode", "Q4_0 file", catalog).least).toBeGreaterThan(2);
    expect(gainRange("prefill", "Q4_0 file", catalog).most).toBeLessThan(1.05);
    const reads = phaseGains("prefill", catalog).filter(({format}) => format === "Q4_0 file");
    const slower = reads.filter(({gain}) => gain < 1);
    expect(slower.length / reads.length).toBeGreaterThan(0.9);
  });
});

it("an error of a tenth turns the output by five degrees", () => {
  const four = roundingErrors().find(({format}) => format === "Q4_0")!;
  expect(four.error).toBeGreaterThan(0.08);
  expect(four.error).toBeLessThan(0.1);
  expect(value("outputAngle", {format: "Q4_0 file"})).toBeCloseTo(5.06, 1);
});
