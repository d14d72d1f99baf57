import {readFile} from "node:fs/promises";
import {blobSource} from "../../../../src/lib/catalog/gguf/byte-source.js";
import type {GgufHeader} from "../../../../src/lib/catalog/gguf/header.js";
import {readGgufHeader} from "../../../../src/lib/catalog/gguf/read-header.js";

/** The header of a file on the disk, with all words of its vocabulary. */
export async function headerOf(file: string): Promise<GgufHeader> {
  const bytes = new Uint8Array(await readFile(file));
  return readGgufHeader(blobSource(new Blob([bytes])), {keepArrays: 1 << 20});
}
