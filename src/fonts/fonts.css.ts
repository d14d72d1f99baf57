// Prints fonts/fonts.css: the text fonts, cut down to the characters that the site uses.
//
// The fonts stand in the sheet itself. A page is not drawn before its sheets are there, so its first
// drawing is its last: no line breaks anew, and nobody reads a stand-in. Fonts in files of their own
// came too late even from the same machine now and then.

import {readFileSync} from "node:fs";
import subsetFont from "subset-font";
import {textCharacters} from "./characters.js";
import {faces, type Face} from "./faces.js";

for (const face of faces) process.stdout.write(await fontFace(face));

async function fontFace({family, style, weight, file, axes}: Face): Promise<string> {
  const subset = await subsetFont(readFileSync(file), textCharacters, {
    targetFormat: "woff2",
    variationAxes: axes,
    keepFeatures: ["ccmp", "kern", "liga", "lnum", "mark", "tnum"],
    noHinting: true,
  });
  return `@font-face {
  font-family: "${family}";
  font-style: ${style};
  font-weight: ${weight};
  src: url("data:font/woff2;base64,${subset.toString("base64")}") format("woff2");
}
`;
}
