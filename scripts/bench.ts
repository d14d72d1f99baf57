// Times what must be fast, against its budget.
//
//   npm run bench                   all benches: test/bench/*.bench.ts
//   npm run bench -- estimate       only these

import {readdirSync} from "node:fs";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import type {Bench, Timing} from "../test/bench/bench.js";

const folder = join("test", "bench");
const modules = readdirSync(folder).filter((file) => file.endsWith(".bench.ts"));
const benches = await Promise.all(
  modules.map((file) => import(pathToFileURL(resolve(folder, file)).href) as Promise<Bench>),
);

const named = process.argv.slice(2);
const names = benches.map(({name}) => name);
const unknown = named.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(", ")}; there are ${names.join(", ")}.`);
  process.exit(1);
}

// One after the other: two that run at once would slow each other down.
for (const {name, run} of benches) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n── ${name} ${"─".repeat(60 - name.length)}\n`);
  const timings = await run();
  console.log(table(timings));
  if (timings.some(({median, budget}) => median > budget)) process.exitCode = 1;
}

function table(timings: readonly Timing[]): string {
  const head = ["", "median", "spread", "runs", "budget", "of the budget"];
  const rows = timings.map(({what, median, spread, runs, budget}) => [
    what,
    readable(median),
    `± ${readable(spread)}`,
    String(runs),
    readable(budget),
    `${(median / budget).toFixed(2)}${median > budget ? ", over it" : ""}`,
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]!.length)),
  );
  return [head, ...rows]
    .map(([what, ...numbers]) =>
      [
        what!.padEnd(widths[0]!),
        ...numbers.map((number, column) => number.padStart(widths[column + 1]!)),
      ].join("   "),
    )
    .join("\n");
}

/** e.g. 4.71e-6 → "4.71 µs", 0.0123 → "12.3 ms" */
function readable(seconds: number): string {
  const [scale, unit] = seconds < 1e-3 ? [1e6, "µs"] : seconds < 1 ? [1e3, "ms"] : [1, "s"];
  return `${Number((seconds * scale).toPrecision(3))} ${unit}`;
}
