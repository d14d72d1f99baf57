// Prints one file of data/ as it is, for download.

import {readFileSync} from "node:fs";
import {parseArgs} from "node:util";
import {dataFiles} from "../lib/catalog/data-files.js";

const {file = ""} = parseArgs({options: {file: {type: "string"}}}).values;
const known = dataFiles.find((name) => name === file);
if (known === undefined) throw new Error(`src/data/files.ts knows no file "${file}".`);

process.stdout.write(readFileSync(`data/${known}.csv`));
