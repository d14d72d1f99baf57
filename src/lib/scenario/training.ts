import {computeRate} from "../arithmetic/hardware.js";
import {trainingSeconds} from "../arithmetic/parallelism.js";
import {parameterCount} from "../arithmetic/parameters.js";
import type {Catalog, TrainingRun} from "../catalog/catalog.js";
import {findMachine, findModel} from "../catalog/find.js";

/** Share of the data sheet's rate that is taken for training: stated, not fitted. */
export const statedUtilisation = 0.5;

const hour = 3600; // s

/** Seconds on one machine, at the stated share of its rate in 16 bits. */
export function trainingSecondsOn(
  catalog: Catalog,
  {model, machine, tokens}: {model: string; machine: string; tokens: number},
): number {
  const {hardware} = findMachine(catalog, machine);
  return trainingSeconds({
    parameters: parameterCount(findModel(catalog, model).architecture).active,
    trainingTokens: tokens,
    utilisation: statedUtilisation,
    flops: computeRate(hardware, "bf16").flopRate,
  });
}

/** One published training, by the law and as its makers say. */
export interface TrainedModel {
  run: TrainingRun;
  /** weights */
  parameters: number;
  /** GPU-hours by the law. */
  lawHours: number;
}

export function trainedModels(catalog: Catalog): TrainedModel[] {
  return catalog.training.map((run) => ({
    run,
    parameters: parameterCount(findModel(catalog, run.model).architecture).total,
    lawHours: trainingSecondsOn(catalog, run) / hour,
  }));
}
