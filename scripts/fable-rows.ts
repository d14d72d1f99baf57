import {writeFileSync} from "node:fs";
import {halfBits} from "../src/lib/arithmetic/half.js";
import {tensorOf} from "./gguf.js";

/**
 * Takes a few rows of a real matrix out of the demo model, for the chapter on precision:
 *
 *     node scripts/run.mjs fable-rows path/to/fable-f32.gguf
 *
 * They are kept in half precision, as a 16-bit model would hold them, in a module of base64.
 */
const name = "blk.2.ffn_up.weight"; // from the residual stream into the feed-forward block
const [rows, columns] = [8, 256];

const [path] = process.argv.slice(2);
if (path === undefined)
  throw new Error("Say where the model is: node scripts/run.mjs fable-rows FILE.gguf");
const {dims, bytes} = await tensorOf(path, name);
if (dims[0] !== columns) throw new Error(`${name} has rows of ${dims[0]} weights`);
const weights = new Float32Array(bytes.slice(0, 4 * rows * columns).buffer);
const halves = Uint16Array.from(weights, halfBits);
const text = Buffer.from(halves.buffer).toString("base64");
const lines = text.match(/.{1,88}/g)!.map((line) => `  "${line}",`);

writeFileSync(
  "src/lib/scenario/fable-rows.ts",
  `import {halfValue} from "../arithmetic/half.js";

/**
 * Real weights: the first ${rows} rows, of ${columns} columns each, of ${name} of Fable, a model of
 * four million parameters, trained for this notebook and given away under CC0, in half precision.
 * Written by scripts/fable-rows.ts; do not edit.
 */
const rows = [
${lines.join("\n")}
];

/** The weights, row after row. */
export const fableRows: Float32Array = decoded(rows.join(""));

/** Columns of the matrix: a row of weights makes one number of the layer's output. */
export const fableColumns = ${columns};

function decoded(base64: string): Float32Array {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return Float32Array.from({length: bytes.length / 2}, (_, i) =>
    halfValue(bytes[2 * i]! | (bytes[2 * i + 1]! << 8)),
  );
}
`,
);
