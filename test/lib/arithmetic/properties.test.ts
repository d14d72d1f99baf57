import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {estimate, type Estimate} from "../../../src/lib/arithmetic/estimate.js";
import {keptPositions, kvCacheBytes} from "../../../src/lib/arithmetic/kv-cache.js";
import {parameterCount} from "../../../src/lib/arithmetic/parameters.js";
import {formats, storedTensors, weightBytes} from "../../../src/lib/arithmetic/precision.js";
import {decodeWork, prefillWork, type Work} from "../../../src/lib/arithmetic/work.js";
import {anyArchitecture, anyFormat, anyHardware, anyInputs} from "./arbitraries.js";

const rounding = 1e-12; // share by which sums may differ that were added up in another order
const atLeast = (a: number, b: number) => a >= b * (1 - rounding);
const nearly = (a: number, b: number) => atLeast(a, b) && atLeast(b, a);
const holds = <T>(arbitrary: fc.Arbitrary<T>, predicate: (value: T) => boolean | void) =>
  fc.assert(fc.property(arbitrary, predicate), {numRuns: 300});

const phases = (result: Estimate) => [result.decode, result.prefill];
const growth = fc.integer({min: 1, max: 1000});

/** Every number of an estimate, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe("an estimate of any scenario", () => {
  it("has no number that is negative or none", () => {
    holds(anyInputs, (inputs) =>
      numbersIn(estimate(inputs)).every((number) => Number.isFinite(number) && number >= 0),
    );
  });

  it("has the slower clock as its roof", () => {
    holds(anyInputs, (inputs) =>
      phases(estimate(inputs)).every(
        ({roofSeconds, computeSeconds, memorySeconds, bound}) =>
          roofSeconds === Math.max(computeSeconds, memorySeconds) &&
          roofSeconds === (bound === "compute" ? computeSeconds : memorySeconds),
      ),
    );
  });

  it("is never slower as a whole than operation by operation, nor faster than half of it", () => {
    holds(anyInputs, (inputs) =>
      phases(estimate(inputs)).every(
        ({perOperationSeconds, roofSeconds}) =>
          perOperationSeconds >= roofSeconds && atLeast(2 * roofSeconds, perOperationSeconds),
      ),
    );
  });

  it("turns seconds into tokens of all readers", () => {
    holds(anyInputs, (inputs) => {
      const {decode, prefill} = estimate(inputs);
      expect(nearly(decode.tokensPerSecond * decode.roofSeconds, inputs.batch)).toBe(true);
      const tokens = inputs.batch * inputs.promptTokens;
      expect(nearly(prefill.tokensPerSecond * prefill.roofSeconds, tokens)).toBe(true);
    });
  });

  it("halves its memory time when the bandwidth doubles, and its compute time with the rate", () => {
    holds(anyInputs, (inputs) => {
      const {hardware} = inputs;
      const doubled = Object.fromEntries(
        Object.entries(hardware.flops).map(([precision, rate]) => [precision, 2 * rate]),
      );
      const at = (changes: Partial<typeof hardware>) =>
        phases(estimate({...inputs, hardware: {...hardware, ...changes}}));
      const now = at({});
      at({bandwidth: 2 * hardware.bandwidth}).forEach((phase, i) => {
        expect(phase.memorySeconds).toBe(now[i]!.memorySeconds / 2);
        expect(phase.computeSeconds).toBe(now[i]!.computeSeconds);
      });
      at({flops: doubled}).forEach((phase, i) => {
        expect(phase.computeSeconds).toBe(now[i]!.computeSeconds / 2);
        expect(phase.memorySeconds).toBe(now[i]!.memorySeconds);
      });
      at({flops: doubled, bandwidth: 2 * hardware.bandwidth}).forEach((phase, i) => {
        expect(phase.roofSeconds).toBe(now[i]!.roofSeconds / 2);
        expect(phase.perOperationSeconds).toBe(now[i]!.perOperationSeconds / 2);
        expect(phase.bound).toBe(now[i]!.bound);
      });
    });
  });

  it("is never slower on a machine with more bandwidth or a higher rate", () => {
    holds(fc.tuple(anyInputs, anyHardware), ([inputs, other]) => {
      const {hardware} = inputs;
      const better = {
        ...hardware,
        bandwidth: Math.max(hardware.bandwidth, other.bandwidth),
        flops: {fp32: Math.max(hardware.flops.fp32!, other.flops.fp32!)},
      };
      const worse = {...hardware, flops: {fp32: hardware.flops.fp32!}};
      const slow = phases(estimate({...inputs, hardware: worse}));
      const fast = phases(estimate({...inputs, hardware: better}));
      fast.forEach((phase, i) => {
        expect(phase.roofSeconds).toBeLessThanOrEqual(slow[i]!.roofSeconds);
        expect(phase.perOperationSeconds).toBeLessThanOrEqual(slow[i]!.perOperationSeconds);
      });
    });
  });

  it("fits where weights and conversations are no more than the memory", () => {
    holds(anyInputs, (inputs) => {
      const {bytes, fits} = estimate(inputs);
      expect(bytes.total).toBe(bytes.weights + bytes.kvCache);
      const {memoryBytes} = inputs.hardware;
      expect(fits).toBe(memoryBytes === undefined ? undefined : bytes.total <= memoryBytes);
    });
  });
});

describe("work grows", () => {
  type Inputs = Parameters<typeof decodeWork>[0] & Parameters<typeof prefillWork>[0];
  const cases: {name: string; work: (inputs: Inputs) => Work}[] = [
    {name: "decode", work: decodeWork},
    {name: "prefill", work: prefillWork},
  ];

  it.each(cases)("in $name, with readers, context, prompt and cached bytes", ({work}) => {
    holds(fc.tuple(anyInputs, growth), ([inputs, more]) => {
      const now = work(inputs);
      for (const bigger of [
        work({...inputs, batch: inputs.batch + more}),
        work({...inputs, context: inputs.context + more}),
        work({...inputs, promptTokens: inputs.promptTokens + more}),
        work({...inputs, kvBytesPerElement: inputs.kvBytesPerElement + more}),
      ]) {
        expect(atLeast(bigger.flops, now.flops)).toBe(true);
        expect(atLeast(bigger.bytes, now.bytes)).toBe(true);
      }
    });
  });

  it("in operations exactly with the readers", () => {
    holds(fc.tuple(anyInputs, growth), ([inputs, times]) => {
      const one = decodeWork({...inputs, batch: 1}).flops;
      expect(nearly(decodeWork({...inputs, batch: times}).flops, times * one)).toBe(true);
    });
  });
});

describe("bytes", () => {
  it("of weights grow with the bits of a plain format, and of a block format", () => {
    for (const kind of ["ideal", "block"]) {
      const ordered = formats
        .filter((format) => format.kind === kind)
        .sort((a, b) => a.bitsPerWeight - b.bitsPerWeight);
      holds(anyArchitecture, (architecture) => {
        const bytes = ordered.map((format) => weightBytes(architecture, format));
        expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
      });
    }
  });

  it("of the cache are linear in readers and in bytes of an element", () => {
    holds(fc.tuple(anyInputs, growth), ([{architecture, context, batch}, times]) => {
      const cache = (readers: number, bytesPerElement: number) =>
        kvCacheBytes(architecture, {context, batch: readers, bytesPerElement});
      const now = cache(batch, 2);
      expect(nearly(cache(times * batch, 2), times * now)).toBe(true);
      expect(nearly(cache(batch, 2 * times), times * now)).toBe(true);
    });
  });

  it("of the cache never shrink with a longer context", () => {
    holds(fc.tuple(anyInputs, growth), ([{architecture, context}, more]) => {
      expect(keptPositions(architecture, context + more)).toBeGreaterThanOrEqual(
        keptPositions(architecture, context),
      );
    });
  });

  it("of a decode step are never below the weights that one token uses, and the cache", () => {
    holds(anyInputs, (inputs) => {
      const {architecture, format, context, batch, kvBytesPerElement} = inputs;
      let read = kvCacheBytes(architecture, {context, batch, bytesPerElement: kvBytesPerElement});
      for (const {tensor, bytesOfOne} of storedTensors(architecture, format)) {
        const isTable = tensor.part === "embedding" && !architecture.tieEmbeddings;
        if (isTable || tensor.name === "position embedding") continue; // one row each is read
        read += tensor.activeCopies * bytesOfOne;
      }
      expect(atLeast(decodeWork(inputs).bytes, read)).toBe(true);
    });
  });

  it("of experts that a batch reads are those of one token at least, and of all at most", () => {
    const sparse = anyInputs.filter(({architecture}) => architecture.experts !== undefined);
    holds(sparse, (inputs) => {
      const {architecture, format, batch} = inputs;
      const {bytes} = decodeWork(inputs).operations.find(({name}) => name === "feed-forward")!;
      let one = 0;
      let all = 0;
      let activations = 0;
      for (const {tensor, bytesOfOne} of storedTensors(architecture, format)) {
        if (tensor.part !== "feedForward") continue;
        one += tensor.activeCopies * bytesOfOne;
        all += tensor.copies * bytesOfOne;
        activations += 2 * (tensor.rows + tensor.columns) * tensor.activeCopies * batch;
      }
      expect(atLeast(bytes, one + activations)).toBe(true);
      expect(atLeast(all + activations, bytes)).toBe(true);
    });
  });
});

describe("parameters", () => {
  it("that a token uses are all but the experts that it does not", () => {
    holds(anyArchitecture, (architecture) => {
      const {total, active} = parameterCount(architecture);
      const {experts} = architecture;
      if (experts === undefined || experts.perToken === experts.count) {
        expect(active).toBe(total);
      } else {
        expect(active).toBeLessThanOrEqual(total);
      }
    });
  });

  it("that a token uses are worth two operations each, of those that it multiplies with", () => {
    const untied = anyInputs.map((inputs) => ({
      ...inputs,
      architecture: {...inputs.architecture, tieEmbeddings: false},
    }));
    holds(untied, (inputs) => {
      const {operations} = decodeWork({...inputs, batch: 1});
      const matrices = operations.filter(({name}) => name !== "attention");
      const flops = matrices.reduce((sum, operation) => sum + operation.flops, 0);
      const {active, embedding} = parameterCount(inputs.architecture);
      expect(flops).toBe(2 * (active - embedding));
    });
  });
});

describe("attention to a prompt", () => {
  it("looks, token by token, at what each may see", () => {
    const short = fc.tuple(anyArchitecture, anyFormat, fc.integer({min: 1, max: 300}));
    holds(short, ([architecture, format, promptTokens]) => {
      const inputs = {architecture, format, batch: 1, kvBytesPerElement: 2};
      const attention = ({operations}: Work) =>
        operations.find(({name}) => name === "attention")!.flops;
      let tokenByToken = 0;
      for (let context = 0; context < promptTokens; context++) {
        tokenByToken += attention(decodeWork({...inputs, context}));
      }
      const atOnce = attention(prefillWork({...inputs, promptTokens}));
      expect(nearly(atOnce, tokenByToken)).toBe(true);
    });
  });

  it("reads for each chunk what its first token reads, and the chunk itself", () => {
    const long = fc.tuple(anyArchitecture, anyFormat, fc.integer({min: 1, max: 20_000}));
    holds(long, ([architecture, format, promptTokens]) => {
      const inputs = {architecture, format, batch: 1, kvBytesPerElement: 2};
      const attention = ({operations}: Work) =>
        operations.find(({name}) => name === "attention")!.bytes;
      const firstOf = (context: number) => attention(decodeWork({...inputs, context}));
      let chunkByChunk = 0;
      for (let begin = 0; begin < promptTokens; begin += 512) {
        const others = Math.min(512, promptTokens - begin) - 1;
        chunkByChunk += firstOf(begin) + others * firstOf(0);
      }
      const atOnce = attention(prefillWork({...inputs, promptTokens}));
      expect(nearly(atOnce, chunkByChunk)).toBe(true);
    });
  });
});
