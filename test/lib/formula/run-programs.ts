import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {Model, initSync} from "@ironcalc/wasm";
import {transformSync} from "esbuild";

// Programs that a reader copies, run by what a reader would run them with.

/** What each TypeScript program calls `result`: one module has them all, each in its own function. */
export function runTypescript(programs: readonly string[]): number[] {
  const wrapped = programs.map((program) => `() => {\n${program}\nreturn result;\n}`);
  const {code} = transformSync(`const all = [${wrapped.join(",\n")}];`, {loader: "ts"});
  const run = new Function("console", `${code}; return all.map((program) => program());`);
  return run({log() {}}) as number[];
}

/** What each Python program calls `result`: one process runs them all. */
export function runPython(programs: readonly string[]): number[] {
  const script = [
    "import contextlib, io, json, sys",
    "results = []",
    "for program in json.load(sys.stdin):",
    "    names = {}",
    "    with contextlib.redirect_stdout(io.StringIO()):",
    "        exec(program, names)",
    "    results.append(names['result'])",
    "json.dump(results, sys.stdout)",
  ].join("\n");
  const input = JSON.stringify(programs);
  const {status, stdout, stderr} = spawnSync("python3", ["-c", script], {input, encoding: "utf8"});
  if (status !== 0) throw new Error(`python3 refuses: ${stderr}`);
  return JSON.parse(stdout) as number[];
}

/** Whether there is a Python here. Continuous integration installs one. */
export const hasPython = spawnSync("python3", ["--version"]).status === 0;

initSync({
  module: readFileSync(createRequire(import.meta.url).resolve("@ironcalc/wasm/wasm_bg.wasm")),
});

/** What stands in a cell of each sheet once its text has been pasted into A1, with all its digits. */
export function runSpreadsheets(sheets: readonly {text: string; cell: string}[]): number[] {
  return sheets.map(({text, cell}) => {
    const model = new Model("sheet", "en", "UTC", "en");
    try {
      model.pasteCsvText({sheet: 0, row: 1, column: 1, width: 1, height: 1}, text);
      model.setUserInput(0, 1, 6, `=TEXT(${cell}, "0.0000000000000000E+00")`);
      model.evaluate();
      return Number(model.getFormattedCellValue(0, 1, 6));
    } finally {
      model.free();
    }
  });
}
