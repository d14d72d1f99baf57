import {describe, expect, it} from "vitest";
import type {ByteSource} from "../../../src/lib/catalog/gguf/byte-source.js";
import {asEngineError} from "../../../src/lib/engine/as-engine-error.js";
import type {EngineError} from "../../../src/lib/engine/error.js";
import {writeHeader, type Field, type Tensor} from "../catalog/gguf/gguf-writer.js";
import {fable, greedy, openSession} from "./open.js";

/** Opens what cannot be opened, and gives the error as a page gets it. */
async function refusal(bytes: Uint8Array<ArrayBuffer> | ByteSource): Promise<EngineError> {
  try {
    await openSession(bytes);
  } catch (error) {
    return asEngineError(error);
  }
  throw new Error("It was opened.");
}

const width = 64;
const fields: readonly Field[] = [
  ["general.architecture", "string", "llama"],
  ["llama.block_count", "uint32", 1],
  ["llama.context_length", "uint32", 128],
  ["llama.embedding_length", "uint32", width],
  ["llama.feed_forward_length", "uint32", 2 * width],
  ["llama.attention.head_count", "uint32", 2],
  ["llama.attention.layer_norm_rms_epsilon", "float32", 1e-5],
  ["tokenizer.ggml.model", "string", "llama"],
  ["tokenizer.ggml.tokens", ["string"], ["<unk>", "<s>", "</s>", "a"]],
];

const norms = ["blk.0.attn_norm.weight", "blk.0.ffn_norm.weight", "output_norm.weight"];
const squares = ["attn_q", "attn_k", "attn_v", "attn_output"];
const tensors: readonly Tensor[] = [
  {name: "token_embd.weight", dims: [width, 4], type: 0},
  ...norms.map((name): Tensor => ({name, dims: [width], type: 0})),
  ...squares.map((name): Tensor => ({name: `blk.0.${name}.weight`, dims: [width, width], type: 0})),
  {name: "blk.0.ffn_gate.weight", dims: [width, 2 * width], type: 0},
  {name: "blk.0.ffn_up.weight", dims: [width, 2 * width], type: 0},
  {name: "blk.0.ffn_down.weight", dims: [2 * width, width], type: 0},
];

/** A whole file of zeros, with some fields and tensors replaced, added, or left out. */
function file({
  field = {},
  without = [],
  tensor = [],
}: {
  field?: Record<string, Field>;
  without?: readonly string[];
  tensor?: readonly Tensor[];
} = {}): Uint8Array<ArrayBuffer> {
  const isLeft = (name: string) => !without.includes(name);
  const written = [
    ...fields.filter(([key]) => isLeft(key) && !(key in field)),
    ...Object.values(field),
  ];
  const replaced = new Set(tensor.map(({name}) => name));
  const listed = [...tensors.filter(({name}) => isLeft(name) && !replaced.has(name)), ...tensor];
  const header = writeHeader(written, listed);
  const all = new Uint8Array(header.length + 400_000);
  all.set(header);
  return all;
}

describe("a file", () => {
  it("with all that a model needs is opened", async () => {
    const session = await openSession(file());
    expect(await greedy(session, [1], 2)).toHaveLength(2);
  });

  it("that is no GGUF file", async () => {
    const bytes = fable("q4_0");
    bytes[0] = 0x50;
    expect(await refusal(bytes)).toMatchObject({problem: "not a GGUF file"});
    expect(await refusal(new Uint8Array(3))).toMatchObject({problem: "not a GGUF file"});
  });

  it.each([100, 5000, 100_000, 200_000, 2_000_000, 2_355_583])(
    "that was cut off after %i bytes",
    async (length) => {
      const error = await refusal(fable("q4_0").slice(0, length));
      expect(error.problem).toBe("cut off");
      expect(error.message).toMatch(/^The file ends after .*\.$/);
    },
  );

  it("that ends while it arrives, from a source that does not know how long it is", async () => {
    const bytes = fable("q4_0").slice(0, 2_000_000);
    const source: ByteSource = {
      size: undefined,
      read: async (from, to) => bytes.subarray(from, to),
      close() {},
    };
    expect(await refusal(source)).toMatchObject({problem: "cut off"});
  });

  it.each(fields.map(([key]) => key).filter((key) => key !== "llama.rope.freq_base"))(
    "that lacks %s",
    async (key) => {
      const error = await refusal(file({without: [key]}));
      expect(error.problem).toBe("missing");
    },
  );

  it.each(tensors.map(({name}) => name))("that lacks %s", async (name) => {
    const error = await refusal(file({without: [name]}));
    expect(error.problem).toBe("missing");
    expect(error.message).toContain(name.replace("token_embd.weight", "embedding"));
  });

  it.each<[string, string, Field]>([
    ["contradictory", "is 0", ["llama.block_count", "uint32", 0]],
    ["contradictory", "is 4000000000", ["llama.block_count", "uint32", 4_000_000_000]],
    ["contradictory", "heads of keys", ["llama.attention.head_count_kv", "uint32", 3]],
    ["contradictory", "in pairs", ["llama.attention.key_length", "uint32", 31]],
    ["contradictory", "should be 1 to", ["llama.rope.dimension_count", "uint32", 64]],
    ["contradictory", "64 × 4", ["llama.embedding_length", "uint32", 128]],
    ["contradictory", "is NaN", ["llama.attention.layer_norm_rms_epsilon", "float32", NaN]],
    ["missing", "context_length", ["llama.context_length", "string", "many"]],
    ["not supported", "family", ["general.architecture", "string", "mamba"]],
    ["not supported", "mixture", ["llama.expert_count", "uint32", 8]],
    ["not supported", "several files", ["split.count", "uint16", 2]],
    ["not supported", "stretched", ["llama.rope.scaling.type", "string", "yarn"]],
    ["not supported", "lengths", ["llama.attention.value_length", "uint32", 16]],
    ["not supported", "tokenizer", ["tokenizer.ggml.model", "string", "rwkv"]],
  ])("is %s: %s", async (problem, words, field) => {
    const error = await refusal(file({field: {[field[0]]: field}}));
    expect(error.problem).toBe(problem);
    const sentence = words === "should be 1 to" ? "from 1 to 32" : words;
    expect(error.message).toContain(sentence);
  });

  it.each<[string, Tensor]>([
    ["not supported", {name: "blk.0.attn_sinks.weight", dims: [2], type: 0}],
    ["not supported", {name: "blk.0.attn_norm.weight", dims: [width], type: 1}],
    ["contradictory", {name: "blk.0.ffn_up.weight", dims: [width, width], type: 0}],
    ["contradictory", {name: "blk.0.attn_norm.weight", dims: [width, 2], type: 0}],
  ])("is %s for %o", async (problem, tensor) => {
    expect(await refusal(file({tensor: [tensor]}))).toMatchObject({problem});
  });

  it("whose tensor lies outside of it", async () => {
    const bytes = file();
    const name = new TextEncoder().encode("blk.0.ffn_down.weight");
    const at = Buffer.from(bytes.buffer).indexOf(name) + name.length + 4 + 16 + 4;
    new DataView(bytes.buffer).setBigUint64(at, 1n << 30n, true);
    const error = await refusal(bytes);
    expect(error.problem).toBe("out of bounds");
    expect(error.message).toContain("blk.0.ffn_down.weight");
  });

  it("whose tensors overlap", async () => {
    const bytes = file();
    const name = new TextEncoder().encode("blk.0.ffn_down.weight");
    const at = Buffer.from(bytes.buffer).indexOf(name) + name.length + 4 + 16 + 4;
    new DataView(bytes.buffer).setBigUint64(at, 32n, true);
    expect(await refusal(bytes)).toMatchObject({problem: "contradictory"});
  });
});

describe("a model that has no room", () => {
  const large = (name: string, rows: number, columns = width): Tensor => ({
    name,
    dims: [columns, rows],
    type: 0,
  });

  it("is refused with the sizes before a weight is fetched", async () => {
    const header = writeHeader(fields, [
      ...tensors.filter(({name}) => name !== "token_embd.weight"),
      large("token_embd.weight", 20_000_000),
    ]);
    let farthest = 0;
    const source: ByteSource = {
      size: undefined,
      async read(from, to) {
        farthest = Math.max(farthest, to);
        return from < header.length ? header.subarray(from, to) : new Uint8Array(to - from);
      },
      close() {},
    };
    const error = await refusal(source);
    expect(error.problem).toBe("out of memory");
    expect(error.message).toMatch(/needs 5\.\d+ GB .* 5\.12 GB for its weights.*4\.29 GB at most/);
    expect(farthest).toBeLessThanOrEqual(1 << 16);
  });
});

describe("loading", () => {
  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const opening = openSession(fable("q8_0"), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(opening).rejects.toMatchObject({name: "AbortError"});
  });

  it("tells how far it is, up to the whole", async () => {
    const told: (readonly [number, number])[] = [];
    const bytes = fable("q8_0");
    await openSession(bytes, {onProgress: (done, total) => told.push([done, total])});
    expect(told.length).toBeGreaterThan(10);
    expect(told.every(([, total]) => total === bytes.length)).toBe(true);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
    expect(told.at(-1)![0]).toBe(bytes.length);
  });
});

describe("a prompt", () => {
  it.each([
    ["too long", Array.from({length: 513}, () => 5)],
    ["bad argument", []],
    ["bad argument", [1, 4096]],
    ["bad argument", [1, -1]],
  ])("that is a %s is refused", async (problem, tokens) => {
    const session = await openSession(fable("q4_0"));
    await expect(greedy(session, tokens, 1)).rejects.toMatchObject({problem});
  });
});
