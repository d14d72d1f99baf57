import type {Kernels} from "./kernels.js";
import {Network} from "./network.js";
import type {NetworkShape} from "./shape.js";
import type {Weights} from "./weights.js";

/** Milliseconds. A browser has then seen what runs often; small beside the loading of any model. */
const least = 30;

/** Two tiles of four. */
const tokens = [0, 0, 0, 0, 0, 0, 0, 0];

/**
 * Runs the first layer and a corner of the output matrix, again and again, on a memory that is still
 * empty. A browser compiles WebAssembly quickly at first and well later, and only what runs often:
 * called before the weights are fetched, it compiles while they come. Zeros stay zeros in every
 * layer, so that nothing is left behind.
 */
export function warmUp(
  kernels: Kernels,
  memory: WebAssembly.Memory,
  shape: NetworkShape,
  weights: Weights,
  workspace: number,
  contextLength: number,
): void {
  const {embedding, layers, outputNorm, output} = weights;
  const corner: Weights = {
    embedding,
    layers: layers.slice(0, 1),
    outputNorm,
    output: {...output, rows: Math.min(8, output.rows)},
  };
  const alone = {contextLength, thread: 0, threads: 1};
  const network = new Network(kernels, memory, shape, corner, workspace, alone);
  const prompt = tokens.slice(0, contextLength);
  const end = performance.now() + least;
  do {
    network.forward(prompt, 0, "last");
    network.forward([0], 0, "last");
  } while (performance.now() < end);
}
