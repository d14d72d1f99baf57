import {readFileSync} from "node:fs";
import {parseArgs} from "node:util";
import {modelFiles} from "../../lib/catalog/model-files.js";

/** Prints the file of data/model/ that --file names, without its ending, as it is. */
export function printModelFile(ending: ".gguf" | ".txt"): void {
  const {file = ""} = parseArgs({options: {file: {type: "string"}}}).values;
  const known = modelFiles.find((name) => name === `${file}${ending}`);
  if (known === undefined) throw new Error(`model-files.ts knows no file "${file}${ending}".`);
  process.stdout.write(readFileSync(`data/model/${known}`));
}
