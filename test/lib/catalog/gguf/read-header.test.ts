import {describe, expect, it} from "vitest";
import {
  blobSource,
  urlSource,
  type ByteSource,
} from "../../../../src/lib/catalog/gguf/byte-source.js";
import {GgufError, type GgufProblem} from "../../../../src/lib/catalog/gguf/error.js";
import {readGgufHeader} from "../../../../src/lib/catalog/gguf/read-header.js";
import {promisedBytes} from "../../../../src/lib/catalog/gguf/tensor-summary.js";
import {llama7B} from "../../arithmetic/models.js";
import {writeHeader, type Field, type Tensor} from "./gguf-writer.js";
import {asGguf} from "./models-as-gguf.js";

const words = Array.from({length: 50_000}, (_, i) => `word ${i}`);
const fields: Field[] = [
  ["general.architecture", "string", "llama"],
  ["a.uint8", "uint8", 200],
  ["a.int8", "int8", -5],
  ["a.uint16", "uint16", 60_000],
  ["a.int16", "int16", -300],
  ["a.int32", "int32", -7],
  ["a.float32", "float32", 0.5],
  ["a.bool", "bool", true],
  ["a.uint64", "uint64", 2 ** 40],
  ["a.large", "uint64", 2n ** 63n],
  ["a.int64", "int64", -(2 ** 40)],
  ["a.float64", "float64", Math.PI],
  ["a.list", ["int32"], [1, 2, 3]],
  ["a.word", "string", "\ufeffbegins with a byte order mark"],
  ["tokenizer.ggml.tokens", ["string"], words],
  ["tokenizer.ggml.scores", ["float32"], words.map(() => 0)],
];
const tensors: Tensor[] = [
  {name: "token_embd.weight", dims: [64, 10], type: 2},
  {name: "output_norm.weight", dims: [64], type: 0},
];

const read = (bytes: BlobPart) => readGgufHeader(blobSource(new Blob([bytes])));

async function problemOf(reading: Promise<unknown>): Promise<GgufProblem> {
  const error = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(GgufError);
  expect((error as GgufError).message).toMatch(/\.$/);
  return (error as GgufError).problem;
}

describe("the header of a GGUF file", () => {
  it.each([2, 3] as const)("of version %i is read field by field", async (version) => {
    const header = await read(writeHeader(fields, tensors, {version}));
    expect(header.version).toBe(version);
    const {metadata} = header;
    expect(metadata.size).toBe(fields.length);
    for (const [key, type, value] of fields) {
      if (typeof type === "string") expect(metadata.get(key), key).toBe(value);
    }
    expect(metadata.get("a.list")).toMatchObject({elements: "int32", length: 3, values: [1, 2, 3]});
    expect(header.tensors).toEqual([
      {
        name: "token_embd.weight",
        dims: [64, 10],
        type: "Q4_0",
        offset: 0,
        elements: 640,
        bytes: 360,
      },
      {name: "output_norm.weight", dims: [64], type: "F32", offset: 384, elements: 64, bytes: 256},
    ]);
    expect(header.dataOffset).toBe(writeHeader(fields, tensors).length);
    expect(promisedBytes(header)).toBe(header.dataOffset + 384 + 256);
  });

  it("walks over the words of a tokenizer, and tells where they are", async () => {
    const bytes = writeHeader(fields, tensors);
    const {metadata} = await read(bytes);
    const tokens = metadata.get("tokenizer.ggml.tokens");
    expect(tokens).toMatchObject({elements: "string", length: words.length});
    expect(tokens).not.toHaveProperty("values");
    const {from, to} = tokens as {from: number; to: number};
    const last = new TextDecoder().decode(bytes.subarray(to - 10, to));
    expect(last).toBe("word 49999");
    expect(bytes[from]).toBe("word 0".length);
  });

  it("loads a small part of a file, whatever its size", async () => {
    const {source, loaded} = counted(hugeFile(writeHeader(fields, tensors), 4e12));
    const header = await readGgufHeader(source);
    expect(header.fileBytes).toBe(4e12);
    expect(loaded()).toBeLessThan(3e6);
  });

  it("tells how far it is, and stops when it is told to", async () => {
    const seen: number[] = [];
    const controller = new AbortController();
    const reading = readGgufHeader(blobSource(new Blob([writeHeader(fields, tensors)])), {
      signal: controller.signal,
      onProgress({bytes}) {
        seen.push(bytes);
        if (seen.length === 2) controller.abort();
      },
    });
    await expect(reading).rejects.toThrow(/abort/);
    expect(seen).toHaveLength(2);
    expect(seen[1]).toBeGreaterThan(seen[0]!);
  });

  it.each<[string, GgufProblem, Uint8Array<ArrayBuffer>]>([
    ["nothing", "not a GGUF file", new Uint8Array(0)],
    ["a picture", "not a GGUF file", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0])],
    ["version 1", "not supported", writeHeader(fields, tensors, {version: 1})],
    ["version 4", "not supported", writeHeader(fields, tensors, {version: 4})],
    ["big-endian", "not supported", writeHeader(fields, tensors, {littleEndian: false})],
    ["two fields of one name", "contradictory", writeHeader([fields[0]!, fields[0]!])],
    ["two tensors of one name", "contradictory", writeHeader([], [tensors[0]!, tensors[0]!])],
    ["half a block", "contradictory", writeHeader([], [{name: "x", dims: [48], type: 2}])],
    ["no row", "contradictory", writeHeader([], [{name: "x", dims: [32, 0], type: 2}])],
    [
      "five dimensions",
      "out of bounds",
      writeHeader([], [{name: "x", dims: [1, 1, 1, 1, 1], type: 0}]),
    ],
    [
      "more than a disk holds",
      "out of bounds",
      writeHeader([], [{name: "x", dims: [2 ** 39, 2 ** 39], type: 0}]),
    ],
    ["an odd alignment", "contradictory", writeHeader([["general.alignment", "uint32", 7]])],
    ["no alignment", "contradictory", writeHeader([["general.alignment", "uint32", 0]])],
  ])("refuses %s: %s", async (_, problem, bytes) => {
    expect(await problemOf(read(bytes))).toBe(problem);
  });

  it.each([
    ["tensors", 8],
    ["fields", 16],
    ["letters in the first name", 24],
  ])("does not believe in 2^60 %s", async (_, at) => {
    const bytes = writeHeader(fields, tensors);
    new DataView(bytes.buffer).setBigUint64(at, 2n ** 60n, true);
    expect(await problemOf(read(bytes))).toBe("out of bounds");
  });

  it("does not read a header without end", async () => {
    const list = writeHeader([["a.list", ["uint8"], []]]);
    // The length of the list stands in the last eight bytes before the padding.
    new DataView(list.buffer).setBigUint64(24 + 8 + 6 + 4 + 4, 2n ** 40n, true);
    const {source, loaded} = counted(hugeFile(list, 4e12));
    expect(await problemOf(readGgufHeader(source))).toBe("out of bounds");
    expect(loaded()).toBeLessThan(1e6);
  });

  it("says where a file was cut off, wherever that was", async () => {
    const small = writeHeader(fields.slice(0, 13), tensors);
    const end = small.length - 32; // padding
    for (let length = 0; length < end; length += 1) {
      const problem = await problemOf(read(small.subarray(0, length)));
      expect(problem).toBe(length < 8 ? "not a GGUF file" : "cut off");
    }
  });
});

describe("a GGUF file on a server", () => {
  const bytes = writeHeader(fields, tensors);
  const url = "https://example.org/model.gguf";

  it("is asked for in pieces, and no further than its header", async () => {
    const asked: string[] = [];
    const header = await readGgufHeader(
      urlSource(url, async (_, init) => {
        const range = new Headers(init!.headers).get("range")!;
        asked.push(range);
        const [from, to] = range.match(/\d+/g)!.map(Number) as [number, number];
        return new Response(bytes.slice(from, to + 1), {
          status: 206,
          headers: {"content-range": `bytes ${from}-${to}/4000000000`},
        });
      }),
    );
    expect(header).toEqual({...(await read(bytes)), fileBytes: 4e9});
    expect(asked[0]).toBe("bytes=0-65535");
    expect(asked.length).toBeLessThan(8);
  });

  it("is dropped after the header by a server that sends the whole", async () => {
    let sent = 0;
    let closed = false;
    const endless = (): ReadableStream<Uint8Array> =>
      new ReadableStream({
        pull(controller) {
          const piece = new Uint8Array(50_000);
          piece.set(bytes.subarray(sent, sent + piece.length));
          sent += piece.length;
          controller.enqueue(piece);
        },
        cancel() {
          closed = true;
        },
      });
    const header = await readGgufHeader(urlSource(url, async () => new Response(endless())));
    expect({...header, fileBytes: bytes.length}).toEqual(await read(bytes));
    expect(closed).toBe(true);
    expect(sent).toBeLessThan(bytes.length + 5_000_000);
  });

  it("that sends another part than it was asked for is not believed", async () => {
    const reading = readGgufHeader(
      urlSource(url, async () => {
        const headers = {"content-range": `bytes 7-${bytes.length - 1}/${bytes.length}`};
        return new Response(bytes.slice(7), {status: 206, headers});
      }),
    );
    expect(await problemOf(reading)).toBe("not readable");
  });

  it("that has no more than what was read is cut off", async () => {
    const source = urlSource(url, async (_, init) => {
      const from = Number(/\d+/.exec(new Headers(init!.headers).get("range")!));
      return from === 0
        ? new Response(bytes.slice(0, 65_536), {status: 206})
        : new Response("no such range", {status: 416});
    });
    expect(await problemOf(readGgufHeader(source))).toBe("cut off");
  });

  it("is left with the reason that the reader gave, in the middle of an answer", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const reading = readGgufHeader(
      urlSource(url, async (_, init) => {
        const body = new ReadableStream<Uint8Array>({
          start(stream) {
            stream.enqueue(bytes.slice(0, 100));
            init!.signal!.addEventListener("abort", () => stream.error(init!.signal!.reason));
          },
        });
        setTimeout(() => controller.abort(reason));
        return new Response(body);
      }),
      {signal: controller.signal},
    );
    await expect(reading).rejects.toBe(reason);
  });

  it.each([401, 404, 500])("that answers %i is no file", async (status) => {
    const source = urlSource(url, async () => new Response("no", {status}));
    expect(await problemOf(readGgufHeader(source))).toBe("not readable");
  });

  it("that cannot be reached is no file", async () => {
    const source = urlSource(url, () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await problemOf(readGgufHeader(source))).toBe("not readable");
  });

  it("that breaks off is cut off", async () => {
    const source = urlSource(url, async () => new Response(bytes.slice(0, 100_000)));
    expect(await problemOf(readGgufHeader(source))).toBe("cut off");
  });
});

describe("a model as large as they are", () => {
  it("is read in less than a second", async () => {
    const {fields: own, tensors: all} = asGguf("llama", {...llama7B, numLayers: 200});
    const tokens = Array.from({length: 262_144}, (_, i) => `▁token${i}`);
    const bytes = writeHeader([...own, ["tokenizer.ggml.tokens", ["string"], tokens]], all);
    const before = performance.now();
    expect((await read(bytes)).tensors).toHaveLength(all.length);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

/** A file of which only the beginning is there; the rest is zeros. */
function hugeFile(beginning: Uint8Array, size: number): ByteSource {
  return {
    size,
    async read(from, to) {
      const piece = new Uint8Array(Math.max(0, Math.min(to, size) - from));
      piece.set(beginning.subarray(from, to));
      return piece;
    },
    close() {},
  };
}

function counted(source: ByteSource): {source: ByteSource; loaded: () => number} {
  let loaded = 0;
  return {
    loaded: () => loaded,
    source: {
      ...source,
      async read(from, to, signal) {
        const piece = await source.read(from, to, signal);
        loaded += piece.length;
        return piece;
      },
    },
  };
}
