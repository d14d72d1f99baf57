import type {MeasuredFormat, ModelRun, SyntheticSize} from "../../lib/catalog/device-report.js";
import type {Measured} from "../../lib/engine/api.js";
import {fetchEngine, fetchLaboratory} from "./bundles.js";

/** What is run: a model of random weights, with so many tokens of a prompt. */
export interface Asked {
  size: SyntheticSize;
  format: MeasuredFormat;
  threads: number;
  promptTokens: number;
  signal: AbortSignal;
}

const decodeTokens = 32;
const rounds = 3;

/** Makes a model in the page, runs it a few times, and frees it. */
export async function runSynthetic({
  size,
  format,
  threads,
  promptTokens,
  signal,
}: Asked): Promise<readonly Measured[]> {
  const [{loadModel}, {syntheticModel}] = await Promise.all([fetchEngine(), fetchLaboratory()]);
  const contextLength = promptTokens + decodeTokens + 16;
  const model = await loadModel(syntheticModel(size, format), {threads, contextLength, signal});
  try {
    const measured: Measured[] = [];
    for (let round = 0; round < rounds; round++) {
      measured.push(await model.measure({promptTokens, decodeTokens, signal}));
    }
    return measured;
  } finally {
    model.dispose();
  }
}

/** The rounds as runs of a report. */
export function runsOf(
  {size, format}: Pick<Asked, "size" | "format">,
  measured: readonly Measured[],
): ModelRun[] {
  const phases = ["prefill", "decode"] as const;
  return phases.map((phase) => {
    const each = measured.map((round) =>
      phase === "prefill" ? round.prefill.seconds : round.decode.seconds / round.decode.tokens,
    );
    const [first] = measured;
    const tokens = first![phase].tokens;
    const sorted = [...each].sort((a, b) => a - b);
    return {
      model: size,
      format,
      phase,
      threads: first!.threads,
      tokens,
      context: tokens / 2,
      seconds: {
        median: sorted[sorted.length >> 1]!,
        lowest: sorted[0]!,
        highest: sorted.at(-1)!,
      },
    };
  });
}
