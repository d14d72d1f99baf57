// Prints one of KaTeX's fonts, cut down to the characters that formulas use.

import {readFileSync} from "node:fs";
import {parseArgs} from "node:util";
import subsetFont from "subset-font";
import {mathCharacters} from "../../fonts/characters.js";

const {font = ""} = parseArgs({options: {font: {type: "string"}}}).values;
const characters = mathCharacters[font];
if (characters === undefined) throw new Error(`src/fonts/characters.ts knows no font "${font}".`);

const full = readFileSync(`node_modules/katex/dist/fonts/${font}.woff2`);
process.stdout.write(await subsetFont(full, characters, {targetFormat: "woff2"}));
