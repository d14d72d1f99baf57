// Prints one of the text fonts, cut down to the characters that the site uses.

import {readFileSync} from "node:fs";
import {parseArgs} from "node:util";
import subsetFont from "subset-font";
import {textCharacters} from "./characters.js";
import {faces} from "./faces.js";

const {font = ""} = parseArgs({options: {font: {type: "string"}}}).values;
const face = faces[font];
if (face === undefined) throw new Error(`src/fonts/faces.ts knows no font "${font}".`);

const subset = await subsetFont(readFileSync(face.file), textCharacters, {
  targetFormat: "woff2",
  variationAxes: face.axes,
  keepFeatures: ["ccmp", "kern", "liga", "lnum", "mark", "tnum"],
  noHinting: true,
});
process.stdout.write(subset);
