import type {Quantities} from "../../lib/scenario/quantities.js";
import type {Chart} from "../figure/chart.js";
import type {FigureWords} from "../messages/en/index.js";
import type {Attachments} from "../page/start.js";

/** What a frame needs beside what all frames have: its chart, the words of that, its numbers. */
export interface BroughtByFrame {
  charts: readonly Chart[];
  figures: Partial<FigureWords>;
  quantities?: Quantities;
  attachments?: Attachments;
}

/** Fetches what this frame shows and nothing else. */
export async function broughtBy(frame: string, chapter: string): Promise<BroughtByFrame> {
  if (frame === "laboratory") return laboratory();
  const chart = chartsByName[frame];
  if (chart !== undefined) return chart();
  const quantities = (await quantitiesByChapter[chapter]?.()) ?? {};
  return {charts: [], figures: {}, quantities};
}

async function laboratory(): Promise<BroughtByFrame> {
  const [verdict, words, {attachLaboratory}, {deviceQuantities}] = await Promise.all([
    chartsByName["own-verdict"]!(),
    import("../messages/en/figures/laboratory.js"),
    import("../laboratory/attach.js"),
    import("../../lib/scenario/quantities/device.js"),
  ]);
  return {
    charts: verdict.charts,
    figures: {...verdict.figures, ...words},
    quantities: deviceQuantities,
    attachments: {"[data-laboratory]": attachLaboratory},
  };
}

/** Every chart by its name: its module and that of its words, which exports them by their key. */
export const chartsByName: Readonly<Record<string, () => Promise<BroughtByFrame>>> = {
  "against-model": () =>
    brought(
      import("../figure/charts/against-model.js"),
      import("../messages/en/figures/against-model.js"),
    ),
  "bandwidth-ladder": () =>
    brought(
      import("../figure/charts/bandwidth-ladder.js"),
      import("../messages/en/figures/bandwidth-ladder.js"),
    ),
  "block-layout": () =>
    brought(
      import("../figure/charts/block-layout.js"),
      import("../messages/en/figures/block-layout.js"),
    ),
  "busy-second": () =>
    brought(
      import("../figure/charts/busy-second.js"),
      import("../messages/en/figures/busy-second.js"),
    ),
  ceilings: () =>
    brought(import("../figure/charts/ceilings.js"), import("../messages/en/figures/ceilings.js")),
  cliff: () =>
    brought(import("../figure/charts/cliff.js"), import("../messages/en/figures/cliff.js")),
  "double-halve": () =>
    brought(
      import("../figure/charts/double-halve.js"),
      import("../messages/en/figures/double-halve.js"),
    ),
  experts: () =>
    brought(import("../figure/charts/experts.js"), import("../messages/en/figures/experts.js")),
  fits: () => brought(import("../figure/charts/fits.js"), import("../messages/en/figures/fits.js")),
  forecast: () =>
    brought(import("../figure/charts/forecast.js"), import("../messages/en/figures/forecast.js")),
  "formula-gap": () =>
    brought(
      import("../figure/charts/formula-gap.js"),
      import("../messages/en/figures/formula-gap.js"),
    ),
  "kv-growth": () =>
    brought(import("../figure/charts/kv-growth.js"), import("../messages/en/figures/kv-growth.js")),
  "latency-batch": () =>
    brought(
      import("../figure/charts/latency-batch.js"),
      import("../messages/en/figures/latency-batch.js"),
    ),
  machines: async () => ({
    ...(await brought(
      import("../figure/charts/machines.js"),
      import("../messages/en/figures/machines.js"),
    )),
    attachments: {'[data-figure="machines"]': (await import("../figure/pins.js")).attachPins},
  }),
  "matrix-reuse": () =>
    brought(
      import("../figure/charts/matrix-reuse.js"),
      import("../messages/en/figures/matrix-reuse.js"),
    ),
  "memory-edge": () =>
    brought(
      import("../figure/charts/memory-edge.js"),
      import("../messages/en/figures/memory-edge.js"),
    ),
  "memory-hierarchy": () =>
    brought(
      import("../figure/charts/memory-hierarchy.js"),
      import("../messages/en/figures/memory-hierarchy.js"),
    ),
  "memory-stack": () =>
    brought(
      import("../figure/charts/memory-stack.js"),
      import("../messages/en/figures/memory-stack.js"),
    ),
  "offload-curve": () =>
    brought(
      import("../figure/charts/offload-curve.js"),
      import("../messages/en/figures/offload-curve.js"),
    ),
  "own-errors": () =>
    brought(
      import("../figure/charts/own-errors.js"),
      import("../messages/en/figures/own-errors.js"),
    ),
  "own-roofline": () =>
    brought(
      import("../figure/charts/own-roofline.js"),
      import("../messages/en/figures/own-roofline.js"),
    ),
  "own-seven": () =>
    brought(import("../figure/charts/own-seven.js"), import("../messages/en/figures/own-seven.js")),
  "own-verdict": () =>
    brought(
      import("../figure/charts/own-verdict.js"),
      import("../messages/en/figures/own-verdict.js"),
    ),
  "parameter-breakdown": () =>
    brought(
      import("../figure/charts/parameter-breakdown.js"),
      import("../messages/en/figures/parameter-breakdown.js"),
    ),
  "perplexity-size": () =>
    brought(
      import("../figure/charts/perplexity-size.js"),
      import("../messages/en/figures/perplexity-size.js"),
    ),
  "precision-phases": () =>
    brought(
      import("../figure/charts/precision-phases.js"),
      import("../messages/en/figures/precision-phases.js"),
    ),
  "prefill-decode": () =>
    brought(
      import("../figure/charts/prefill-decode.js"),
      import("../messages/en/figures/prefill-decode.js"),
    ),
  "prompt-gap": () =>
    brought(
      import("../figure/charts/prompt-gap.js"),
      import("../messages/en/figures/prompt-gap.js"),
    ),
  rank: () => brought(import("../figure/charts/rank.js"), import("../messages/en/figures/rank.js")),
  recount: () =>
    brought(import("../figure/charts/recount.js"), import("../messages/en/figures/recount.js")),
  roofline: () =>
    brought(import("../figure/charts/roofline.js"), import("../messages/en/figures/roofline.js")),
  "rounding-error": () =>
    brought(
      import("../figure/charts/rounding-error.js"),
      import("../messages/en/figures/rounding-error.js"),
    ),
  "several-gpus": () =>
    brought(
      import("../figure/charts/several-gpus.js"),
      import("../messages/en/figures/several-gpus.js"),
    ),
  "shared-heads": () =>
    brought(
      import("../figure/charts/shared-heads.js"),
      import("../messages/en/figures/shared-heads.js"),
    ),
  "speed-context": () =>
    brought(
      import("../figure/charts/speed-context.js"),
      import("../messages/en/figures/speed-context.js"),
    ),
  "thread-curve": () =>
    brought(
      import("../figure/charts/thread-curve.js"),
      import("../messages/en/figures/thread-curve.js"),
    ),
  "total-active": () =>
    brought(
      import("../figure/charts/total-active.js"),
      import("../messages/en/figures/total-active.js"),
    ),
  "two-rates": () =>
    brought(import("../figure/charts/two-rates.js"), import("../messages/en/figures/two-rates.js")),
};

/** The numbers in the equations of each chapter, beside the basic ones. */
const quantitiesByChapter: Readonly<Record<string, () => Promise<Quantities>>> = {
  "/pages/gpus": async () => (await import("../../lib/scenario/quantities/gpus.js")).gpuQuantities,
  "/pages/parameters": async () =>
    (await import("../../lib/scenario/quantities/parameters.js")).parameterQuantities,
  "/pages/conversation": async () =>
    (await import("../../lib/scenario/quantities/conversation.js")).conversationQuantities,
  "/pages/precision": async () =>
    (await import("../../lib/scenario/quantities/precision.js")).precisionQuantities,
  "/pages/latency": async () =>
    (await import("../../lib/scenario/quantities/latency.js")).latencyQuantities,
  "/pages/machines": async () =>
    (await import("../../lib/scenario/quantities/machines.js")).machineQuantities,
  "/pages/prompts": async () =>
    (await import("../../lib/scenario/quantities/prompts.js")).promptQuantities,
  "/pages/your-machine": async () =>
    (await import("../../lib/scenario/quantities/device.js")).deviceQuantities,
  "/pages/price": async () =>
    (await import("../../lib/scenario/quantities/price.js")).priceQuantities,
  "/pages/recount": async () =>
    (await import("../../lib/scenario/quantities/recount.js")).recountQuantities,
};

async function brought(
  module: Promise<object>,
  words: Promise<Partial<FigureWords>>,
): Promise<BroughtByFrame> {
  const [drawn, figures] = await Promise.all([module, words]);
  return {charts: Object.values(drawn).filter(isChart), figures: {...figures}};
}

function isChart(value: unknown): value is Chart {
  return typeof value === "object" && value !== null && "create" in value && "summary" in value;
}
