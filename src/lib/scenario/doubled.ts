import type {Architecture} from "../arithmetic/architecture.js";

/** Twice as wide, with twice the heads and a feed-forward block to match, and half as deep. */
export function doubledAndHalved(architecture: Architecture): Architecture {
  return {
    ...architecture,
    numLayers: architecture.numLayers / 2,
    hiddenSize: 2 * architecture.hiddenSize,
    numHeads: 2 * architecture.numHeads,
    numKvHeads: 2 * architecture.numKvHeads,
    intermediateSize: 2 * architecture.intermediateSize,
  };
}
