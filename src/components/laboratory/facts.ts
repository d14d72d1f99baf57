import type {DeviceRun} from "../../lib/catalog/catalog.js";
import type {Context} from "../page/context.js";

/** What is known of the machine that is shown, besides its rates. */
export function factsOf(
  {report}: DeviceRun,
  {words, numbers}: Context,
): {name: string; value: string; isName?: true}[] {
  const texts = words.figures.laboratory.facts;
  const {gpu} = report;
  return [
    {name: texts.browser, value: report.browser, isName: true},
    {name: texts.processors, value: texts.processorsAre(numbers.whole(report.cores))},
    {name: texts.kernels, value: texts.simd[report.simd]},
    {name: texts.threads, value: report.isolated ? texts.isolated : texts.notIsolated},
    {name: texts.clock, value: texts.clockIs(numbers.seconds(report.timerResolution))},
    {
      name: texts.gpu,
      value:
        gpu === undefined
          ? texts.noGpu
          : gpu.software
            ? texts.gpuSoftware(gpu.adapter)
            : texts.gpuIs(
                gpu.adapter,
                numbers.bandwidth(gpu.bandwidth.median),
                numbers.flopRate(gpu.fp32.median),
              ),
    },
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
