import {roundToSigns} from "../../lib/arithmetic/round-to-signs.js";
import {roundToLevels} from "../../lib/arithmetic/quantize.js";
import {blobSource} from "../../lib/catalog/gguf/byte-source.js";
import {readGgufHeader} from "../../lib/catalog/gguf/read-header.js";
import type {StoredFormat} from "../../lib/scenario/stored-formats.js";

/** How weights are rounded in the two formats that exist in this notebook alone. */
export const ownRounding: Readonly<
  Partial<Record<StoredFormat, (weights: Float32Array) => Float32Array>>
> = {
  "2 bits": (weights) => roundToLevels(weights, 2),
  "1 bit": roundToSigns,
};

/**
 * A file in 32 bits whose matrices have been rounded and written back in 32 bits. It calculates
 * what a file in few bits would; it is not smaller, and no quicker.
 */
export async function roundedFile(
  whole: Uint8Array<ArrayBuffer>,
  round: (weights: Float32Array) => Float32Array,
): Promise<Uint8Array<ArrayBuffer>> {
  const {tensors, dataOffset} = await readGgufHeader(blobSource(new Blob([whole])));
  const file = whole.slice();
  for (const {dims, offset, elements} of tensors) {
    if ((dims[1] ?? 1) === 1) continue; // norms stay as they are
    const from = dataOffset + offset; // a multiple of 32
    const weights = new Float32Array(file.buffer, from, elements);
    for (let done = 0; done < elements; done += atOnce) {
      const part = weights.subarray(done, done + atOnce);
      part.set(round(part));
      await pause();
    }
  }
  return file;
}

/** Weights that are rounded before the page may draw and answer: whole blocks, and a few milliseconds. */
const atOnce = 2 ** 16;

/** Lets the page draw and answer before the next ones. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
