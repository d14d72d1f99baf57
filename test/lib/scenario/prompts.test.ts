import {describe, expect, it} from "vitest";
import {readCatalog} from "../../../src/data/read-catalog.js";
import {conversationOf, conversations, momentOf} from "../../../src/lib/scenario/conversation.js";
import {gapCurve, measuredGaps, roofGap} from "../../../src/lib/scenario/prompt-gap.js";
import {defaultScenario, type Scenario} from "../../../src/lib/scenario/scenario.js";
import {measuredShares, sharedGain} from "../../../src/lib/scenario/several-gpus.js";
import {trainedModels} from "../../../src/lib/scenario/training.js";
import {viewOf} from "../../../src/lib/scenario/view.js";

const catalog = readCatalog();
const view = (changes: Partial<Scenario> = {}) =>
  viewOf({...defaultScenario, machine: "Apple M2", promptTokens: 2000, ...changes}, catalog);

describe("the gap between two machines", () => {
  it("begins at the quotient of the bandwidths and ends at that of the arithmetic", () => {
    const curve = gapCurve(view(), 8192, catalog);
    expect(curve[0]!.roof).toBeCloseTo(1935 / 100, 6);
    expect(curve.at(-1)!.roof).toBeCloseTo(312 / 3.579, 6);
    for (const [i, step] of curve.slice(1).entries()) {
      expect(step.roof).toBeGreaterThan(curve[i]!.roof * (1 - 1e-12));
    }
  });

  it("is one between a machine and itself", () => {
    expect(roofGap(view({rival: "Apple M2"}), 300, catalog)).toBe(1);
  });

  it("was measured to grow as well, for one token and for a prompt", () => {
    const [written, read] = measuredGaps(view(), catalog);
    expect(written!.promptTokens).toBe(1);
    expect(read!.promptTokens).toBe(512);
    expect(read!.gap).toBeGreaterThan(2 * written!.gap);
  });
});

describe("a conversation", () => {
  it("reads and writes no faster than the roof allows, on both machines", () => {
    for (const {read, write, total} of conversations(view({answerTokens: 300}), catalog)) {
      for (const part of [read, write, total]) {
        expect(part.roof).toBeGreaterThan(0);
        expect(part.forecast).toBeGreaterThanOrEqual(part.roof);
      }
      expect(read.roof + write.roof).toBeCloseTo(total.roof, 12);
    }
  });

  it("is read, then written token by token, then done", () => {
    const conversation = conversationOf(view({answerTokens: 100}), catalog);
    const {read, total} = conversation;
    const at = (seconds: number) => momentOf(conversation, "roof", seconds);
    expect(at(0)).toEqual({at: 0, tokensRead: 0, tokensWritten: 0, phase: "reading"});
    expect(at(read.roof / 2)).toMatchObject({tokensRead: 1000, tokensWritten: 0});
    expect(at(read.roof)).toMatchObject({tokensRead: 2000, tokensWritten: 1, phase: "writing"});
    expect(at(1e9)).toEqual({
      at: total.roof,
      tokensRead: 2000,
      tokensWritten: 100,
      phase: "done",
    });
  });
});

describe("several GPUs", () => {
  it("gain nothing alone, and never more than there are", () => {
    expect(sharedGain(view(), 1, catalog)).toEqual({
      devices: 1,
      matrices: 1,
      layers: 1,
      pipeline: 1,
    });
    for (const devices of [2, 8, 64]) {
      const gain = sharedGain(view({model: "LLaMA-65B", format: "FP16"}), devices, catalog);
      expect(gain.layers).toBe(1);
      expect(gain.matrices).toBeLessThan(devices);
      expect(gain.pipeline).toBeLessThan(devices);
    }
  });

  it("were measured: cut matrices below the law, shared layers below one, a prompt below the belt", () => {
    const shares = measuredShares(catalog);
    expect(new Set(shares.map(({kind}) => kind))).toEqual(
      new Set(["matrices", "layers", "pipeline"]),
    );
    for (const {kind, run, gain} of shares) {
      const {machine, ...same} = run;
      const scenario = {model: same.model, format: same.format, rival: machine};
      const law = sharedGain(view({...scenario, promptTokens: 4096}), run.devices, catalog);
      expect(gain, run.id).toBeLessThan(law[kind]);
      expect(gain, run.id).toBeGreaterThan(0.6 * law[kind]);
    }
  });
});

describe("training", () => {
  it("of LLaMA took the hours that six operations a weight make, within 15 %", () => {
    const trained = trainedModels(catalog);
    expect(trained.length).toBe(4);
    for (const {run, lawHours} of trained) {
      expect(lawHours / run.gpuHours, run.model).toBeGreaterThan(0.85);
      expect(lawHours / run.gpuHours, run.model).toBeLessThan(1.15);
    }
  });
});
