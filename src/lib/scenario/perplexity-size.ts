import {parameterCount} from "../arithmetic/parameters.js";
import {formatNamed, formats, weightBytes} from "../arithmetic/precision.js";
import type {Catalog, Perplexity} from "../catalog/catalog.js";
import {findModel} from "../catalog/find.js";

/** Models of which perplexities are published, by the tokenizer that cuts their text. */
export const tokenizers: Readonly<Record<string, readonly string[]>> = {
  llama: ["LLaMA-7B", "LLaMA-13B", "Llama-2-70B"],
  llama3: ["Llama-3-8B", "Llama-3-70B"],
};

/** Files above this say next to nothing sensible; they are beyond the figure. */
export const mostPerplexity = 10;

/** One published perplexity, and the bytes of the file that it was measured with. */
export interface SizedPerplexity {
  row: Perplexity;
  bytes: number;
}

const known = new Set(formats.map(({name}) => name));

/**
 * All files of one model, from small to large. Where a format was measured several times, with and
 * without weighing the weights' importance, the row without stands for it, or else the best.
 */
export function filesOf(model: string, catalog: Catalog): SizedPerplexity[] {
  const best = new Map<string, Perplexity>();
  for (const row of catalog.perplexities) {
    if (row.model !== model) continue;
    const other = best.get(row.format);
    if (other === undefined || rank(row) < rank(other)) best.set(row.format, row);
  }
  return [...best.values()]
    .map((row) => ({row, bytes: bytesOf(row, catalog)}))
    .sort((a, b) => a.bytes - b.bytes);
}

/** Rows without an importance matrix come first; of the others the lower perplexity. */
const rank = ({importanceMatrix, perplexity}: Perplexity): number =>
  importanceMatrix === undefined ? -1 : perplexity;

/** The bytes as published, or by the laws where no size is printed. */
function bytesOf(row: Perplexity, catalog: Catalog): number {
  if (row.fileBytes !== undefined) return row.fileBytes;
  if (!known.has(row.format)) throw new Error(`No size is known of ${row.model}, ${row.format}`);
  return weightBytes(findModel(catalog, row.model).architecture, formatNamed(row.format));
}

/** The published perplexity of a model in a format, if there is one. */
export function fileOf(
  model: string,
  format: string,
  catalog: Catalog,
): SizedPerplexity | undefined {
  return filesOf(model, catalog).find(({row}) => row.format === format);
}

/** Bits that a file takes for each weight of its model. */
export const bitsOfFile = ({row, bytes}: SizedPerplexity, catalog: Catalog): number =>
  (8 * bytes) / parameterCount(findModel(catalog, row.model).architecture).total;

/** Share by which a file's perplexity is above that of the same model in 16 bits: 0.04 is 4%. */
export function lossOf({row}: SizedPerplexity, catalog: Catalog): number | undefined {
  const whole = fileOf(row.model, "FP16", catalog);
  return whole && row.perplexity / whole.row.perplexity - 1;
}

/**
 * A file that is smaller than this one and predicts better, of another model with the same
 * tokenizer: the one in four bits if there is one, or else the best. Then nobody should want this.
 */
export function betterAndSmaller(
  file: SizedPerplexity,
  catalog: Catalog,
): SizedPerplexity | undefined {
  const family = Object.values(tokenizers).find((models) => models.includes(file.row.model)) ?? [];
  const smaller = family
    .flatMap((model) => filesOf(model, catalog))
    .filter(
      ({bytes, row}) =>
        bytes < file.bytes && row.model !== file.row.model && row.perplexity < file.row.perplexity,
    );
  const inFourBits = smaller.find(({row}) => row.format === "Q4_0 file");
  return inFourBits ?? smaller.sort((a, b) => a.row.perplexity - b.row.perplexity)[0];
}

/** Those files that no smaller one of the same model beats: the line of the best for each size. */
export function bestFiles(files: readonly SizedPerplexity[]): SizedPerplexity[] {
  let best = Infinity;
  return files.filter(({row}) => {
    const isBest = row.perplexity < best;
    if (isBest) best = row.perplexity;
    return isBest;
  });
}
