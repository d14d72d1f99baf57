import {describe, expect, it} from "vitest";
import {kvBytesPerToken} from "../../../src/lib/arithmetic/kv-cache.js";
import {parameterCount} from "../../../src/lib/arithmetic/parameters.js";
import {formatNamed} from "../../../src/lib/arithmetic/precision.js";
import * as law from "../../../src/lib/arithmetic/simple-law.js";
import {a100, m1} from "./machines.js";
import * as model from "./models.js";

const milliseconds = (seconds: number): number => 1000 * seconds;

describe("the article's table of latencies on an A100", () => {
  // milliseconds for one token in fp32, fp16, int8 and int4, as printed
  const table: [billions: number, ...milliseconds: [number, number, number, number]][] = [
    [7, 28.94, 14.47, 7.24, 3.62],
    [13, 53.75, 26.87, 13.44, 6.72],
    [32.5, 134.37, 67.18, 33.59, 16.8],
    [65.2, 269.56, 134.78, 67.39, 33.7],
  ];
  const cells = table.flatMap(([billions, ...row]) =>
    [4, 2, 1, 0.5].map((bytesPerWeight, column) => ({
      billions,
      bytesPerWeight,
      printed: row[column]!,
      inputs: {parameters: billions * 1e9, bytesPerWeight, bandwidth: a100.bandwidth},
    })),
  );

  it.each(cells)(
    "prints $printed for $billions billion at $bytesPerWeight bytes by its own law",
    ({inputs, printed}) => {
      const hundredth = Math.round(100 * milliseconds(law.memorySecondsAsPublished(inputs))) / 100;
      expect(hundredth).toBe(printed);
    },
  );

  it.each(cells)(
    "should print half of $printed for $billions billion at $bytesPerWeight bytes",
    ({inputs, printed}) => {
      // Half of a number that was rounded to hundredths is known to half a hundredth.
      expect(Math.abs(milliseconds(law.memorySeconds(inputs)) - printed / 2)).toBeLessThan(0.0051);
    },
  );

  it.each([
    ["7B in int4", 7e9, 0.5, 1.81, 553],
    ["65B in int4", 65.2e9, 0.5, 16.85, 59.4],
  ])("gives %s, corrected, its speed", (_, parameters, bytesPerWeight, ms, speed) => {
    const seconds = law.memorySeconds({parameters, bytesPerWeight, bandwidth: a100.bandwidth});
    expect(milliseconds(seconds)).toBeCloseTo(ms, 2);
    expect(law.tokensPerSecond({seconds})).toBeCloseTo(speed, speed > 100 ? 0 : 1);
  });
});

describe("the article's other machines", () => {
  it("make an M1 a reader of 19.5 tokens a second, twice of what the article says", () => {
    const inputs = {parameters: 7e9, bytesPerWeight: 0.5, bandwidth: m1.bandwidth};
    expect(law.tokensPerSecond({seconds: law.memorySeconds(inputs)})).toBeCloseTo(19.5, 1);
    expect(law.tokensPerSecond({seconds: law.memorySecondsAsPublished(inputs)})).toBeCloseTo(
      9.75,
      2,
    );
  });

  it("take 1.75 seconds a token on a Raspberry Pi 4 by its law, which is not 2 tokens a second", () => {
    const inputs = {parameters: 7e9, bytesPerWeight: 0.5, bandwidth: 4e9};
    expect(law.memorySecondsAsPublished(inputs)).toBe(1.75);
    expect(law.tokensPerSecond({seconds: law.memorySeconds(inputs)})).toBeCloseTo(1.14, 2);
  });

  it("leave the Pi waiting for its arithmetic, by a little", () => {
    const inputs = {parameters: 7e9, bytesPerWeight: 0.5, bandwidth: 4e9, batch: 1, flops: 13.5e9};
    expect(law.computeSeconds(inputs)).toBeCloseTo(1.04, 2);
    expect(law.latency(inputs)).toBe(law.computeSeconds(inputs));
  });
});

describe("the batch at which both clocks agree", () => {
  const {bandwidth} = a100;
  const chips = {tpuV5e: {flops: 1.97e14, bandwidth: 8.2e11}};
  it.each([
    ["FP16 on an A100", {flops: 312e12, bytesPerWeight: 2, bandwidth}, 161],
    ["INT8 weights and arithmetic", {flops: 624e12, bytesPerWeight: 1, bandwidth}, 161],
    ["INT4 weights and arithmetic", {flops: 1248e12, bytesPerWeight: 0.5, bandwidth}, 161],
    ["INT4 weights, FP16 arithmetic", {flops: 312e12, bytesPerWeight: 0.5, bandwidth}, 40],
    ["FP32", {flops: 19.5e12, bytesPerWeight: 4, bandwidth}, 20],
    ["FP16 on an A100 with 40 GB", {flops: 312e12, bytesPerWeight: 2, bandwidth: 1.5e12}, 208],
    ["BF16 on a TPU v5e", {...chips.tpuV5e, bytesPerWeight: 2}, 240],
    ["INT8 weights on a TPU v5e", {...chips.tpuV5e, bytesPerWeight: 1}, 120],
  ])("for %s is as published", (_, inputs, readers) => {
    expect(Math.round(law.criticalBatch(inputs))).toBe(readers);
    const latencyOf = (batch: number) => law.latency({parameters: 7e9, batch, ...inputs});
    expect(latencyOf(1)).toBe(law.memorySeconds({parameters: 7e9, ...inputs}));
    expect(latencyOf(readers - 1)).toBe(latencyOf(1));
    expect(latencyOf(readers + 1)).toBeGreaterThan(latencyOf(1));
  });

  it("does not depend on the model: at it the intensity is the ridge point", () => {
    const inputs = {flops: 312e12, bytesPerWeight: 2, bandwidth};
    const batch = law.criticalBatch(inputs);
    expect(law.arithmeticIntensity({batch, bytesPerWeight: 2})).toBe(law.ridgePoint(inputs));
    expect(law.attainableFlops({...inputs, intensity: law.ridgePoint(inputs)})).toBe(312e12);
    expect(law.attainableFlops({...inputs, intensity: 1})).toBe(bandwidth);
  });
});

describe("kipply's arithmetic", () => {
  const a100With40GB = {flops: 312e12, bandwidth: 1.5e12};
  const parameters = 12 * 64 * 8192 ** 2;

  it("reads the 52B model in 69 ms, however few the tokens up to 208", () => {
    const seconds = law.memorySeconds({parameters, bytesPerWeight: 2, ...a100With40GB});
    expect(seconds).toBe((12 * 2 * 64 * 8192 ** 2) / 1.5e12);
    expect(Math.round(milliseconds(seconds))).toBe(69);
    expect(law.ridgePoint(a100With40GB)).toBe(208);
  });

  it("spends two operations on every matrix weight: 24 d² in a layer", () => {
    const layer = law.flopsPerToken({parameters}) / 64;
    expect(layer).toBe(24 * 8192 ** 2);
    const square = law.matrixVectorFlops({rows: 8192, columns: 8192});
    const widening = law.matrixVectorFlops({rows: 4 * 8192, columns: 8192});
    expect(layer).toBe(3 * square + square + 2 * widening);
  });

  it("computes keys and values in a sixth of a pass", () => {
    const keysAndValues = 2 * law.matrixVectorFlops({rows: 8192, columns: 8192});
    expect(keysAndValues / (law.flopsPerToken({parameters}) / 64)).toBeCloseTo(1 / 6, 10);
  });

  it("gives Gopher on 16 cards 22 ms of memory and, at a batch of 512, 53 ms of arithmetic", () => {
    const gopher = {
      parameters: 260e9,
      bytesPerWeight: 2,
      flops: 16 * a100With40GB.flops,
      bandwidth: 16 * a100With40GB.bandwidth,
    };
    expect(Math.round(milliseconds(law.memorySeconds(gopher)))).toBe(22);
    expect(Math.round(milliseconds(law.computeSeconds({...gopher, batch: 512})))).toBe(53);
  });

  it("expects 16.8 ms of the 13B model on one card and 8.4 ms on two", () => {
    const inputs = {parameters: 12 * 40 * 5120 ** 2, bytesPerWeight: 2};
    const on = (cards: number) =>
      milliseconds(law.memorySeconds({...inputs, bandwidth: cards * 1.5e12}));
    expect(on(1)).toBeCloseTo(16.8, 1);
    expect(on(2)).toBeCloseTo(8.4, 1);
  });
});

describe("the scaling book's LLaMA-2-13B on eight TPU v5e", () => {
  // The book's rounded inputs: 26 GB of weights, 6.7 GB for each conversation of 8192 tokens.
  const context = 8192;
  const inputs = {weightBytes: 26e9, context, bandwidth: 8 * 8.2e11};
  const multiHead = 6.7e9 / context;

  it("starts from inputs that round ours", () => {
    expect(Math.round((parameterCount(model.llama13B).total * 2) / 1e9)).toBe(26);
    expect((kvBytesPerToken(model.llama13B) * context) / 1e9).toBeCloseTo(6.7, 1);
  });

  it.each([
    [1, 4.98, 200.6],
    [8, 12.13, 659.3],
    [16, 20.3, 788.0],
    [32, 36.65, 873.2],
    [64, 69.33, 923.1],
    [240, 249.09, 963.5],
  ])("takes, for %d readers, %d ms a step and makes %d tokens a second", (batch, ms, speed) => {
    const seconds = law.decodeSeconds({...inputs, batch, kvBytesPerToken: multiHead});
    expect(milliseconds(seconds)).toBeCloseTo(ms, 2);
    expect(batch * law.tokensPerSecond({seconds})).toBeCloseTo(speed, 1);
  });

  it.each([
    [1, 4.17, 239.9],
    [240, 52.99, 4529],
  ])("with a fifth of the KV heads, for %d readers: %d ms, %d tokens", (batch, ms, speed) => {
    const seconds = law.decodeSeconds({...inputs, batch, kvBytesPerToken: multiHead / 5});
    expect(milliseconds(seconds)).toBeCloseTo(ms, 2);
    expect(batch * law.tokensPerSecond({seconds})).toBeCloseTo(speed, 0);
  });

  it.each([
    [4, 2.5, 1],
    [256, 21, 0],
  ])("answers its quiz of a 30B model in int8 with %d readers: %d ms", (batch, ms, digits) => {
    const slice = {flops: 16 * 1.97e14, bandwidth: 16 * 8.2e11};
    const conversations = law.decodeSeconds({
      ...{weightBytes: 0, batch, context, kvBytesPerToken: 100e3},
      bandwidth: slice.bandwidth,
    });
    const weights = law.latency({parameters: 30e9, bytesPerWeight: 1, batch, ...slice});
    expect(milliseconds(conversations + weights)).toBeCloseTo(ms, digits);
  });
});

describe("the remaining laws", () => {
  it("forecast by a share of the bandwidth and a fixed time", () => {
    const inputs = {bytes: 4e9, efficiency: 0.8, bandwidth: 100e9, overhead: 0.003};
    expect(law.forecastSeconds(inputs)).toBeCloseTo(0.053, 12);
  });

  it("answer the backward question", () => {
    const bandwidth = law.bandwidthNeeded({speed: 20, bytes: 3.5e9});
    expect(bandwidth).toBe(70e9);
    const inputs = {parameters: 7e9, bytesPerWeight: 0.5, bandwidth};
    expect(law.tokensPerSecond({seconds: law.memorySeconds(inputs)})).toBe(20);
  });

  it("touch k experts with one token, and all of them with very many", () => {
    const inputs = {experts: 32, expertsPerToken: 4};
    expect(law.expectedExperts({...inputs, batch: 1})).toBe(4);
    expect(law.expectedExperts({...inputs, batch: 2})).toBe(7.5);
    expect(law.expectedExperts({...inputs, batch: 1e6})).toBe(32);
  });
});

describe("the simple law for a scenario", () => {
  const inputs = {architecture: model.llama7B, hardware: a100, batch: 1};

  it("is the max of both clocks over the bytes of the real file", () => {
    const result = law.simpleLaw({...inputs, format: formatNamed("Q4_0 file")});
    expect(result.weightBytes).toBe(3_825_065_984);
    expect(result.bytesRead).toBeCloseTo(3_825_065_984, 0);
    expect(result.seconds).toBeCloseTo(3_825_065_984 / 1935e9, 12);
    expect(result.bound).toBe("memory");
    expect(result.arithmetic).toBe("fp16");
    expect(result.tokensPerSecond).toBeCloseTo(1 / result.seconds, 10);
  });

  it("turns to arithmetic above the critical batch", () => {
    const format = formatNamed("FP16");
    const {criticalBatch} = law.simpleLaw({...inputs, format});
    expect(Math.floor(criticalBatch)).toBe(161);
    expect(law.simpleLaw({...inputs, format, batch: 161}).bound).toBe("memory");
    expect(law.simpleLaw({...inputs, format, batch: 162}).bound).toBe("compute");
  });

  it("reads of a mixture of experts what one token uses", () => {
    const format = formatNamed("FP16");
    const {parameters, bytesRead} = law.simpleLaw({...inputs, architecture: model.mixtral, format});
    expect(parameters).toBe(12_879_925_248);
    expect(bytesRead).toBe(2 * 12_879_925_248);
  });
});
