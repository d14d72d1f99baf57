import {chunkSpeed} from "../../../lib/arithmetic/prompt-laws.js";
import {defaultScenario} from "../../../lib/scenario/scenario.js";
import {viewOf} from "../../../lib/scenario/view.js";
import type {LawTable} from "../law-table.js";

// One card and one file, of which somebody varied the chunk and nothing else.
const run = {machine: "RTX 4090", model: "Llama-3-8B", format: "Q4_0 file"} as const;

/** Speed of reading against the size of the chunk: the roof in 16 bits, and measured. */
export const chunks: LawTable = {
  caption: (_view, {words}) => words.tables.chunks.caption(run.model, run.machine),
  columns: ({words}) => words.tables.chunks.columns,
  rows: (_view, {catalog, numbers}) => {
    const {simple} = viewOf({...defaultScenario, ...run}, catalog);
    return catalog.measurements
      .filter(
        ({machine, model, format, promptTokens, microbatch, id}) =>
          machine === run.machine &&
          model === run.model &&
          format === run.format &&
          promptTokens === 512 &&
          microbatch !== undefined &&
          id.includes("/pr7676/"),
      )
      .map(({microbatch, tokensPerSecond}) => {
        const roof = chunkSpeed({...simple, chunk: microbatch!});
        return [
          numbers.whole(microbatch!),
          numbers.rate(roof),
          numbers.rate(tokensPerSecond),
          numbers.percent(tokensPerSecond / roof),
        ];
      });
  },
};
