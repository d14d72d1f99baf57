import {describe, expect, it} from "vitest";
import type {Architecture} from "../../../../src/lib/arithmetic/architecture.js";
import {parameterCount} from "../../../../src/lib/arithmetic/parameters.js";
import {architectureFromGguf} from "../../../../src/lib/catalog/gguf/architecture-from-gguf.js";
import {blobSource} from "../../../../src/lib/catalog/gguf/byte-source.js";
import {isSplit} from "../../../../src/lib/catalog/gguf/metadata.js";
import {readGgufHeader} from "../../../../src/lib/catalog/gguf/read-header.js";
import {tensorSummary} from "../../../../src/lib/catalog/gguf/tensor-summary.js";
import {
  deepseekV2Lite,
  deepseekV3,
  gemma2_9B,
  gpt2,
  gptOss20B,
  llama3_8B,
  llama7B,
  mixtral,
  phi4,
  pythia,
  qwen25_7B,
  qwen3_30B,
  qwen3_8B,
} from "../../arithmetic/models.js";
import {writeHeader, type Field, type Tensor} from "./gguf-writer.js";
import {asGguf} from "./models-as-gguf.js";

async function headerOf(fields: readonly Field[], tensors: readonly Tensor[] = []) {
  return readGgufHeader(blobSource(new Blob([writeHeader(fields, tensors)])));
}

async function readBack(prefix: string, model: Architecture, more: readonly Field[] = []) {
  const {fields, tensors} = asGguf(prefix, model, more);
  return architectureFromGguf(await headerOf(fields, tensors));
}

const anyName = {family: expect.any(String) as string};

describe("the shape of a model in a GGUF file", () => {
  it.each([
    ["llama", llama7B],
    ["llama", llama3_8B],
    ["llama", mixtral],
    ["qwen2", qwen25_7B],
    ["qwen3", qwen3_8B],
    ["qwen3moe", qwen3_30B],
    ["gemma2", gemma2_9B],
    ["phi3", phi4],
    ["gpt2", gpt2],
    ["gptneox", pythia],
    ["deepseek2", deepseekV2Lite],
    ["deepseek2", deepseekV3],
    ["gpt-oss", gptOss20B],
  ] as const)("is that of the model that was written, %s: $name", async (prefix, model) => {
    const {warnings, ...read} = await readBack(prefix, model);
    expect(warnings).toBeUndefined();
    expect(parameterCount(read)).toEqual(parameterCount(model));
    expect(read).toEqual({...model, ...anyName});
  });

  it("has exact bytes and bits per weight, by type", async () => {
    const {fields, tensors} = asGguf("llama", llama7B);
    const summary = tensorSummary(await headerOf(fields, tensors));
    const vectors = 32 * 2 * 4096 + 4096;
    const matrices = 6_738_415_616 - vectors;
    expect(summary).toEqual({
      weights: 6_738_415_616,
      bytes: 2 * matrices + 4 * vectors,
      bitsPerWeight: (8 * (2 * matrices + 4 * vectors)) / 6_738_415_616,
      types: [
        {type: "F16", tensors: 2 + 7 * 32, weights: matrices, bytes: 2 * matrices},
        {type: "F32", tensors: 65, weights: vectors, bytes: 4 * vectors},
      ],
    });
  });

  it("reads the windows of Gemma 3 and of Mistral", async () => {
    const gemma3 = await readBack("gemma3", {
      ...gemma2_9B,
      qkNorm: true,
      slidingWindow: {tokens: 1024, layers: 0},
    });
    expect(gemma3.slidingWindow).toEqual({tokens: 1024, layers: 35}); // all but every sixth
    const mistral = await readBack("llama", {
      ...llama3_8B,
      slidingWindow: {tokens: 4096, layers: 0},
    });
    expect(mistral).toMatchObject({
      family: "mistral",
      slidingWindow: {tokens: 4096, layers: 32},
    });
  });

  it("sees the parts of a family that it does not know, and names it", async () => {
    const falcon: Architecture = {
      ...pythia,
      name: "Falcon",
      biases: {queryKeyValue: false, attentionOutput: false, feedForward: false},
      norms: {perLayer: 1, bias: true},
      tieEmbeddings: true,
    };
    const {warnings, ...read} = await readBack("falcon", falcon);
    expect(warnings).toHaveLength(1);
    expect(warnings![0]).toMatch(/"falcon" is not known/);
    expect(parameterCount(read).total).toBe(parameterCount(falcon).total);
  });

  it("names a family that it cannot read", async () => {
    const header = await headerOf([
      ["general.architecture", "string", "mamba"],
      ["mamba.block_count", "uint32", 24],
      ["mamba.embedding_length", "uint32", 768],
      ["mamba.vocab_size", "uint32", 50_000],
      ["mamba.feed_forward_length", "uint32", 0],
    ]);
    expect(() => architectureFromGguf(header)).toThrow(/"mamba" is not known here.*is missing/);
  });

  it("says so where its tensors count otherwise than its fields", async () => {
    const {fields, tensors} = asGguf("llama", llama7B);
    const extra: Tensor = {name: "vision.weight", dims: [4096, 100_000], type: 1};
    const {warnings} = architectureFromGguf(await headerOf(fields, [...tensors, extra]));
    expect(warnings).toHaveLength(1);
    expect(warnings![0]).toMatch(/holds 7148015616 weights.*6738415616/);
  });

  it("takes from one of several files only its fields", async () => {
    const {fields, tensors} = asGguf("llama", llama7B, [["split.count", "uint16", 3]]);
    const read = architectureFromGguf(await headerOf(fields, tensors.slice(0, 20)));
    expect(parameterCount(read).total).toBe(6_738_415_616);
    expect(read.warnings![0]).toMatch(/one of several/);
  });

  it("takes the tensors of a file that was merged again: its parts are 0", async () => {
    const {fields, tensors} = asGguf("llama", llama7B, [["split.count", "uint16", 0]]);
    const header = await headerOf(fields, tensors);
    expect(isSplit(header.metadata)).toBe(false);
    expect(architectureFromGguf(header).warnings).toBeUndefined();
  });

  it("says that a file without weights has none", async () => {
    const {fields} = asGguf("llama", llama7B, [["llama.vocab_size", "uint32", 32_000]]);
    const {warnings, ...read} = architectureFromGguf(await headerOf(fields));
    expect(parameterCount(read).total).toBe(6_738_415_616);
    expect(warnings).toEqual([expect.stringMatching(/holds no weights/)]);
  });

  it("quotes of a family’s name no more than a sentence can bear", async () => {
    const {fields, tensors} = asGguf("x".repeat(60_000), llama7B);
    const {warnings} = architectureFromGguf(await headerOf(fields, tensors));
    expect(warnings![0]!.length).toBeLessThan(300);
    const none = await headerOf([["general.architecture", "string", "x".repeat(60_000)]]);
    expect(() => architectureFromGguf(none)).toThrow(/^.{50,400}$/);
  });

  it("refuses layers that differ", async () => {
    const {fields} = asGguf("llama", llama7B);
    const header = await headerOf([
      ...fields.filter(([key]) => key !== "llama.attention.head_count_kv"),
      ["llama.attention.head_count_kv", ["uint32"], [8, 8, 4]],
    ]);
    expect(() => architectureFromGguf(header)).toThrow(/differ in attention.head_count_kv/);
  });

  it("asks what kind of model it is", async () => {
    const header = await headerOf([["general.name", "string", "nameless"]]);
    expect(() => architectureFromGguf(header)).toThrow(/general.architecture is missing/);
  });
});
