import type {DeviceReport} from "../../lib/catalog/device-report.js";
import type {DeviceRun} from "../../lib/catalog/catalog.js";
import type {Context} from "../page/context.js";

/** What is known of the machine that is shown, besides its rates. */
export function factsOf(
  {report}: DeviceRun,
  context: Context,
): {name: string; value: string; isName?: true}[] {
  const {words, numbers} = context;
  const texts = words.figures.laboratory.facts;
  return [
    {name: texts.browser, value: report.browser, isName: true},
    {name: texts.processors, value: texts.processorsAre(numbers.whole(report.cores))},
    {name: texts.kernels, value: texts.simd[report.simd]},
    {name: texts.threads, value: report.isolated ? texts.isolated : texts.notIsolated},
    {name: texts.clock, value: texts.clockIs(numbers.seconds(report.timerResolution))},
    {name: texts.gpu, value: gpuFact(report, context)},
    {
      name: texts.memory,
      value:
        report.memoryBytes === undefined ? texts.memoryUnknown : numbers.bytes(report.memoryBytes),
    },
    {
      name: texts.measured,
      value: texts.measuredOn(report.measuredOn, numbers.whole(report.seconds)),
    },
  ];
}

function gpuFact({gpu, gpuProblem}: DeviceReport, {words, numbers}: Context): string {
  const texts = words.figures.laboratory.facts;
  if (gpu === undefined) {
    return gpuProblem === undefined ? texts.noGpu : texts.gpuProblems[gpuProblem];
  }
  const adapter = gpu.adapter || texts.gpuUnnamed;
  return texts.gpuIs(
    gpu.software ? texts.gpuSoftware(adapter) : adapter,
    numbers.bandwidth(gpu.bandwidth.median),
    numbers.flopRate(gpu.fp32.median),
    gpu.fp16 && numbers.flopRate(gpu.fp16.median),
  );
}
