import {trainedModels} from "../../../lib/scenario/training.js";
import {trainingBytes, trainingFlops} from "../../../lib/arithmetic/parallelism.js";
import type {LawTable} from "../law-table.js";

/** What it took to train LLaMA: by the law, and as its makers say. */
export const training: LawTable = {
  caption: (_view, {words}) => words.tables.training.caption,
  columns: ({words}) => words.tables.training.columns,
  rows: (_view, {catalog, numbers}) =>
    trainedModels(catalog).map(({run, parameters, lawHours}) => [
      run.model,
      numbers.amount(run.tokens),
      numbers.scientific(trainingFlops({parameters, trainingTokens: run.tokens})),
      numbers.rate(lawHours),
      numbers.whole(run.gpuHours),
      numbers.bytes(trainingBytes({parameters})),
    ]),
};
