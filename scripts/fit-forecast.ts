// Fits the forecast to data/measurements.csv, writes its two tables into src/lib, and prints how far
// off it is for machines that it has not seen: npm run fit

import {writeFileSync} from "node:fs";
import {format, resolveConfig} from "prettier";
import {readCatalog} from "../src/data/read-catalog.js";
import {fitAll, type HeldOut} from "../src/lib/catalog/fit.js";
import {summaryOf} from "../src/lib/catalog/forecast-errors.js";

const header =
  "// Written by npm run fit, from data/measurements.csv. Change the law or the data, not this file.";

const {fitted, heldOut} = fitAll(readCatalog());

await write(
  "src/lib/arithmetic/forecast-fit.ts",
  `import type {FittedForecast} from "./forecast-law.js";

   /** See forecast-law.ts for what the numbers mean; seconds, and shares of 1. */
   export const fitted: FittedForecast = ${printed(fitted, 8)};`,
);
await write(
  "src/lib/catalog/held-out.ts",
  `/** Tokens per second that the forecast makes of a measurement when its machine is left out. */
   export const heldOutSpeeds: Readonly<Record<string, number>> =
     ${printed(Object.fromEntries(heldOut.map((row) => [row.measurement.id, speedOf(row)])), 6)};`,
);
printErrors(heldOut);

async function write(file: string, code: string): Promise<void> {
  const options = {...(await resolveConfig(file)), filepath: file};
  writeFileSync(file, await format(`${header}\n\n${code}`, options));
}

/** As JSON, with so many digits of each number. */
function printed(value: unknown, digits: number): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "number" ? Number(part.toPrecision(digits)) : part,
  );
}

function speedOf({step, forecast}: HeldOut): number {
  return step.tokens / forecast;
}

function printErrors(rows: readonly HeldOut[]): void {
  console.log("Held-out errors of the speed, each machine forecast without its own rows:");
  for (const phase of ["decode", "prefill"] as const) {
    for (const name of Object.keys(fitted.classes)) {
      const errors = rows
        .filter((row) => row.measurement.phase === phase && row.step.hardware.class === name)
        .map(({seconds, forecast}) => ({relativeError: seconds / forecast - 1}));
      const {median, percentile90} = summaryOf(errors);
      const [middle, most] = [median, percentile90].map((error) => `${(100 * error).toFixed(1)} %`);
      console.log(
        `${phase.padEnd(8)} ${name.padEnd(11)} ${String(errors.length).padStart(4)} rows, ` +
          `median ${middle}, 90th percentile ${most}`,
      );
    }
  }
}
