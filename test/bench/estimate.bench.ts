import {Bench} from "tinybench";
import {estimate, type EstimateInputs} from "../../src/lib/arithmetic/estimate.js";
import {a100} from "../lib/arithmetic/machines.js";
import {deepseekV3, gptOss20B, llama7B} from "../lib/arithmetic/models.js";
import type {Timing} from "./bench.js";

/**
 * estimate() runs for every point of every curve whenever a slider moves, so a curve of a hundred
 * points must cost a small part of a frame of 16 ms.
 */
export const name = "estimate";

const budget = 20e-6; // seconds

const scenario: EstimateInputs = {
  architecture: llama7B,
  hardware: a100,
  format: "Q4_0 file",
  context: 1024,
  batch: 1,
  promptTokens: 512,
  kvBytesPerElement: 2,
};

/** What a reader does, each time with another number than before. */
const cases: Readonly<Record<string, (step: number) => EstimateInputs>> = {
  "LLaMA-7B in a Q4_0 file, batch dragged": (step) => ({...scenario, batch: step}),
  "LLaMA-7B in Q4_K_M, context dragged": (step) => ({
    ...scenario,
    format: "Q4_K_M",
    context: 64 * step,
  }),
  "gpt-oss-20b in its MXFP4 file, prompt dragged": (step) => ({
    ...scenario,
    architecture: gptOss20B,
    format: "MXFP4 file",
    promptTokens: 64 * step,
  }),
  "DeepSeek-V3 in Q4_K_M, batch dragged": (step) => ({
    ...scenario,
    architecture: deepseekV3,
    format: "Q4_K_M",
    batch: step,
  }),
  "DeepSeek-V3, never seen before": (step) => ({
    ...scenario,
    architecture: {...deepseekV3, vocabSize: 100_000 + step},
  }),
};

export async function run(): Promise<readonly Timing[]> {
  const bench = new Bench({time: 500, warmupTime: 200});
  for (const [what, inputsOf] of Object.entries(cases)) {
    let step = 0;
    bench.add(what, () => {
      step = (step % 1000) + 1;
      estimate(inputsOf(step));
    });
  }
  const tasks = await bench.run();
  return tasks.map(({name: what, result}) => {
    if (result.state !== "completed")
      throw new Error(`"${what}" did not complete: ${result.state}`);
    const {p50, mad, samplesCount} = result.latency; // milliseconds
    return {what, median: p50 / 1000, spread: mad / 1000, runs: samplesCount, budget};
  });
}
