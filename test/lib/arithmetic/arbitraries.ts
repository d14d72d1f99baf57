import fc from "fast-check";
import type {
  Architecture,
  Experts,
  LatentAttention,
} from "../../../src/lib/arithmetic/architecture.js";
import type {EstimateInputs} from "../../../src/lib/arithmetic/estimate.js";
import type {Format} from "../../../src/lib/arithmetic/format.js";
import type {Hardware, MachineClass} from "../../../src/lib/arithmetic/hardware.js";
import {formats} from "../../../src/lib/arithmetic/precision.js";

/** Whole numbers, as many small as large ones. */
function sized(min: number, max: number): fc.Arbitrary<number> {
  return fc
    .double({min: Math.log(min), max: Math.log(max), noNaN: true})
    .map((log) => Math.min(max, Math.max(min, Math.round(Math.exp(log)))));
}

// In even steps: fc.double() draws nearly all of its numbers next to 0.
const share = fc.integer({min: 0, max: 1000}).map((thousandths) => thousandths / 1000);
/** A part of a whole: from 0 or 1 up to all of it. */
const partOf = (whole: number, fraction: number, least: 0 | 1): number =>
  Math.max(least, Math.round(fraction * whole));

const latentAttention: fc.Arbitrary<LatentAttention> = fc
  .record({
    queryRank: fc.option(sized(1, 4096), {nil: undefined}),
    keyValueRank: sized(1, 2048),
    nopeHeadDim: sized(1, 256),
    ropeHeadDim: sized(1, 128),
    valueHeadDim: sized(1, 256),
  })
  .map(({queryRank, ...rest}) => (queryRank === undefined ? rest : {...rest, queryRank}));

const experts: fc.Arbitrary<Experts & {denseShare: number}> = fc
  .record({
    count: sized(1, 512),
    perTokenShare: share,
    intermediateSize: sized(1, 20_000),
    sharedIntermediateSize: fc.oneof(fc.constant(0), sized(1, 20_000)),
    sharedGate: fc.boolean(),
    denseShare: share,
    routerBias: fc.boolean(),
    expertBias: fc.boolean(),
  })
  .map(({perTokenShare, ...rest}) => ({
    ...rest,
    perToken: partOf(rest.count, perTokenShare, 1),
    denseLayers: 0,
  }));

/** Any model that can be: with and without experts, latent attention, windows, tied matrices. */
export const anyArchitecture: fc.Arbitrary<Architecture> = fc
  .record({
    numLayers: sized(1, 200),
    hiddenSize: sized(1, 20_000),
    numKvHeads: sized(1, 32),
    queriesPerKv: sized(1, 16),
    headDim: sized(1, 512),
    intermediateSize: sized(1, 60_000),
    vocabSize: sized(1, 300_000),
    tieEmbeddings: fc.boolean(),
    feedForwardMatrices: fc.constantFrom(2 as const, 3 as const),
    biases: fc.record({
      queryKeyValue: fc.boolean(),
      attentionOutput: fc.boolean(),
      feedForward: fc.boolean(),
    }),
    norms: fc.record({
      perLayer: fc.constantFrom(1 as const, 2 as const, 4 as const),
      bias: fc.boolean(),
    }),
    qkNorm: fc.boolean(),
    attentionSinks: fc.boolean(),
    learnedPositions: fc.oneof(fc.constant(0), sized(1, 8192)),
    window: fc.option(fc.record({tokens: sized(1, 10_000), layerShare: share})),
    latentAttention: fc.option(latentAttention),
    experts: fc.option(experts),
  })
  .map(({queriesPerKv, window, latentAttention, experts, ...rest}) => ({
    name: "any",
    family: "any",
    ...rest,
    numHeads: rest.numKvHeads * queriesPerKv,
    ...(window === null
      ? {}
      : {
          slidingWindow: {
            tokens: window.tokens,
            layers: partOf(rest.numLayers, window.layerShare, 0),
          },
        }),
    ...(latentAttention === null ? {} : {latentAttention}),
    ...(experts === null ? {} : {experts: placed(experts, rest.numLayers)}),
  }));

function placed(
  {denseShare, ...experts}: Experts & {denseShare: number},
  numLayers: number,
): Experts {
  return {...experts, denseLayers: partOf(numLayers, denseShare, 0)};
}

const machineClass = fc.constantFrom<MachineClass>(
  ...([
    "apple",
    "geforce",
    "radeon",
    "datacenter",
    "legacy",
    "unified",
    "cpu",
    "board",
    "own",
  ] as const),
);

/** Any machine, from a board to a rack. */
export const anyHardware: fc.Arbitrary<Hardware> = fc
  .record({
    class: machineClass,
    memoryBytes: sized(1e6, 1e13),
    bandwidth: sized(1e8, 1e14),
    flops: fc.record(
      {
        fp32: sized(1e9, 1e15),
        fp16: sized(1e9, 1e16),
        fp8: sized(1e9, 1e16),
        int8: sized(1e9, 1e16),
        int4: sized(1e9, 1e16),
      },
      {requiredKeys: ["fp32"]},
    ),
  })
  .map((hardware) => ({name: "any", ...hardware}));

export const anyFormat: fc.Arbitrary<Format> = fc.constantFrom(...formats);

/** Any scenario that estimate() takes. */
export const anyInputs: fc.Arbitrary<EstimateInputs & {format: Format}> = fc.record({
  architecture: anyArchitecture,
  hardware: anyHardware,
  format: anyFormat,
  context: fc.oneof(fc.constant(0), sized(1, 1e9)),
  batch: sized(1, 1e9),
  promptTokens: fc.oneof(fc.constant(0), sized(1, 1e9)),
  kvBytesPerElement: fc.constantFrom(0.5, 0.5625, 1, 1.0625, 2, 4, 8),
});
