import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {gguf} from "@huggingface/gguf";
import {describe, expect, it} from "vitest";
import {blobSource} from "../../../../src/lib/catalog/gguf/byte-source.js";
import {isArray} from "../../../../src/lib/catalog/gguf/header.js";
import {readGgufHeader} from "../../../../src/lib/catalog/gguf/read-header.js";
import {deepseekV3, gptOss20B, llama7B} from "../../arithmetic/models.js";
import {writeHeader, type Field} from "./gguf-writer.js";
import {asGguf} from "./models-as-gguf.js";

// Hugging Face's own reader must see the same in a header. It serves nowhere else: it does not
// bundle here, and takes what is missing from a header that was cut off for zeros.

const more: Field[] = [
  ["general.alignment", "uint32", 32],
  ["a.list", ["int32"], [1, -2, 3]],
  ["a.flags", ["bool"], [true, false]],
  ["a.float64", "float64", Math.E],
  ["a.negative", "int8", -5],
  ["tokenizer.ggml.tokens", ["string"], ["<s>", "▁a", "😀"]],
];

describe("Hugging Face’s reader", () => {
  it.each([
    ["llama", llama7B],
    ["deepseek2", deepseekV3],
    ["gpt-oss", gptOss20B],
  ] as const)("reads the same fields and tensors of a %s", async (prefix, model) => {
    const {fields, tensors} = asGguf(prefix, {...model, numLayers: 4}, more);
    const bytes = writeHeader(fields, tensors);
    const ours = await readGgufHeader(blobSource(new Blob([bytes])));
    const theirs = await readByHuggingFace(bytes);

    const {version, tensor_count, kv_count, ...metadata} = theirs.metadata;
    expect(Number(version)).toBe(ours.version);
    expect(Number(tensor_count)).toBe(ours.tensors.length);
    expect(Number(kv_count)).toBe(ours.metadata.size);
    expect(metadata).toEqual(
      Object.fromEntries(
        [...ours.metadata].map(([key, value]) => [key, isArray(value) ? value.values : value]),
      ),
    );
    expect(
      theirs.tensorInfos.map(({name, shape, offset}) => ({
        name,
        dims: shape.map(Number),
        offset: Number(offset),
      })),
    ).toEqual(ours.tensors.map(({name, dims, offset}) => ({name, dims, offset})));
    expect(Number(theirs.tensorDataOffset)).toBe(ours.dataOffset);
  });
});

async function readByHuggingFace(bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), "gguf-"));
  try {
    const file = join(folder, "model.gguf");
    await writeFile(file, bytes);
    return await gguf(file, {allowLocalFile: true});
  } finally {
    await rm(folder, {recursive: true});
  }
}
