import {measuredDecode} from "../../catalog/measured.js";
import type {Catalog} from "../../catalog/catalog.js";
import {findMachine} from "../../catalog/find.js";
import {listedMachines} from "../../catalog/own-machine.js";
import {latencyWithStorage} from "../../arithmetic/overflow.js";
import {articleSevenBillion} from "../article.js";
import {machineList} from "../machine-list.js";
import {layersThatFit, offloadHost, offloadOf, offloadShares, speedWithHost} from "../offload.js";
import {bytesInMarch2023, pagingMachines, spilledRuns, storageOf} from "../paging.js";
import {threadGain} from "../thread-runs.js";
import {againstRival, type View} from "../view.js";
import type {Quantity} from "./quantity.js";

/** Quantities of the chapter on machines: which holds a model, and what happens when none does. */
export const machineQuantities = {
  memorySize: ({machine}) => machine.hardware.memoryBytes,
  fittingCount: (view, catalog) => machineList(view, catalog).fitting,
  machineCount: (_, catalog) => listedMachines(catalog).length,
  forecastSpeed: ({estimate}) => 1 / estimate.decode.forecast.seconds,

  // The second machine.
  rivalMemory: ({rival}) => rival.hardware.memoryBytes,
  rivalMemoryFour: ({rival}) => rival.hardware.memoryBytes && 4 * rival.hardware.memoryBytes,
  againstBandwidth: ({machine, rival}) => machine.hardware.bandwidth / rival.hardware.bandwidth,
  rivalForecast: (view, catalog) =>
    1 / againstRival(view, catalog).estimate.decode.forecast.seconds,

  // A card and a processor.
  gpuBytes: (view, catalog) => spread(view, catalog).gpuBytes,
  cpuBytes: (view, catalog) => spread(view, catalog).cpuBytes,
  gpuBandwidth: ({machine}) => machine.hardware.bandwidth,
  cpuBandwidth: (_, catalog) => findMachine(catalog, offloadHost).hardware.bandwidth,
  gpuShare: (view, catalog) => spread(view, catalog).gpuShare,
  gpuSpeed: (view, catalog) => spread(view, catalog).gpuSpeed,
  cpuSpeed: (view, catalog) => spread(view, catalog).cpuSpeed,
  offloadedLayers: (view, catalog) => spread(view, catalog).layers,
  offloadSeconds: (view, catalog) => spread(view, catalog).seconds,
  offloadSpeed: (view, catalog) => spread(view, catalog).speed,
  straightSpeed: (view, catalog) => spread(view, catalog).straightSpeed,
  fittingLayers: (view) => layersThatFit(view),
  fittingShare: (view) => {
    const layers = layersThatFit(view);
    return layers === undefined ? undefined : layers / view.model.architecture.numLayers;
  },
  speedWithHost,
  offloadShareLeast: (view, catalog) => Math.min(...offloadShares(catalog, view)),
  offloadShareMost: (view, catalog) => Math.max(...offloadShares(catalog, view)),

  // Storage, the slowest and the fastest that was measured on the machine.
  freeBytes: ({machine}) => machine.hardware.memoryBytes,
  storageBandwidth: ({machine}, catalog) => storageOf(catalog, machine.name).at(-1)?.bandwidth,
  slowStorageBandwidth: ({machine}, catalog) => storageOf(catalog, machine.name)[0]?.bandwidth,
  marchBytes: (_, catalog) => bytesInMarch2023(catalog),
  marchOverhang: overhang,
  marchSlowKept: (view, catalog) => storageSeconds(view, catalog, 0, overhang(view, catalog)),
  marchFastKept: (view, catalog) => storageSeconds(view, catalog, -1, overhang(view, catalog)),
  marchFastReread: (view, catalog) => storageSeconds(view, catalog, -1, bytesInMarch2023(catalog)),
  spilledSeconds: (view, catalog) => {
    const storageBandwidth = storageOf(catalog, view.machine.name).at(-1)?.bandwidth;
    const freeBytes = view.machine.hardware.memoryBytes;
    if (storageBandwidth === undefined || freeBytes === undefined) return undefined;
    return latencyWithStorage({...view.simple, freeBytes, storageBandwidth});
  },
  overhangSeconds: (view, catalog) => {
    const {memoryBytes = Infinity} = view.machine.hardware;
    const rest = Math.max(0, view.simple.weightBytes - memoryBytes);
    return storageSeconds(view, catalog, -1, rest);
  },
  measuredRough: ({scenario}, catalog) => measuredDecode(catalog, scenario)?.tokensPerSecond,
  spilledMeasured: ({machine}, catalog) => {
    const known = pagingMachines.find(({name}) => name === machine.name);
    const [run] = known === undefined ? [] : spilledRuns(catalog, known);
    return run && 1 / run.measurement.tokensPerSecond;
  },
  rereadSeconds: ({machine, simple}, catalog) => {
    const storage = storageOf(catalog, machine.name).at(-1);
    return storage && simple.weightBytes / storage.bandwidth;
  },
  articleNumber: ({machine}, catalog) => articleSevenBillion(catalog, machine.name).published,
  measuredBandwidth: ({scenario, simple}, catalog) => {
    const measured = measuredDecode(catalog, scenario);
    return measured && measured.tokensPerSecond * simple.bytesRead;
  },
  measuredFlops: ({scenario, simple}, catalog) => {
    const measured = measuredDecode(catalog, scenario);
    return measured && measured.tokensPerSecond * 2 * simple.parameters;
  },

  // Threads of a processor.
  threadsEight: (_, catalog) => threadGain(catalog, "decode", [1, 8]),
  threadsMore: (_, catalog) => threadGain(catalog, "decode", [8, 32]),
  threadsPrompt: (_, catalog) => threadGain(catalog, "prefill", [8, 32]),
} satisfies Record<string, Quantity>;

const spread = (view: View, catalog: Catalog) =>
  offloadOf(view, catalog, view.scenario.offloadedLayers);

/** What had no room of LLaMA-7B in March 2023; undefined where all of it had. */
function overhang({machine}: View, catalog: Catalog): number | undefined {
  const {memoryBytes = Infinity} = machine.hardware;
  const bytes = bytesInMarch2023(catalog) - memoryBytes;
  return bytes > 0 ? bytes : undefined;
}

/** Seconds in which so many bytes come from the machine's first (0) or last (-1) storage. */
function storageSeconds(
  {machine}: View,
  catalog: Catalog,
  which: 0 | -1,
  bytes: number | undefined,
): number | undefined {
  const storage = storageOf(catalog, machine.name).at(which);
  return storage && bytes !== undefined ? bytes / storage.bandwidth : undefined;
}
