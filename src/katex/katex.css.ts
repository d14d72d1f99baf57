// Prints the style sheet of the KaTeX that renders the formulas, with the fonts that are delivered.

import {readFileSync} from "node:fs";
import {mathCharacters} from "../fonts/characters.js";

const full = readFileSync("node_modules/katex/dist/katex.min.css", "utf8");

const fontFace = /@font-face\{[^}]*\}/g;
const delivered = (face: string): string => {
  const [, name] = /fonts\/([\w-]+)\.woff2/.exec(face) ?? [];
  if (name === undefined) throw new Error(`KaTeX's style sheet has a font without WOFF2: ${face}`);
  if (!(name in mathCharacters)) return "";
  return face.replace(/src:[^;}]*/, `src:url("./fonts/${name}.woff2") format("woff2")`);
};

process.stdout.write(full.replace(fontFace, delivered));
